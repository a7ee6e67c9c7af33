import numpy as np
n = np.arange(4)
n /= 2
