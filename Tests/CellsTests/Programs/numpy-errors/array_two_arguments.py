import numpy as np
x = np.zeros(2, 3)
