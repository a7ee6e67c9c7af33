import numpy as np
n_H = int((2 - 5) / 1) + 1
Z = np.zeros((1, n_H, 3))
