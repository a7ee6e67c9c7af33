import numpy as np
n = np.arange(3)
n += 0.5
