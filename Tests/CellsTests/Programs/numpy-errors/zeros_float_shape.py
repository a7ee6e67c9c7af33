import numpy as np
n_H = (7 - 3) / 2 + 1
Z = np.zeros((2, n_H))
