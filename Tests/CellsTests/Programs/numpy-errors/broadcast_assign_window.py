import numpy as np
dA_prev = np.zeros((4, 4, 3))
dA_prev[3:5, 0:2, :] += np.ones((2, 2, 3))
