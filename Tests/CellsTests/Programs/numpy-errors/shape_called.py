import numpy as np
A_prev = np.zeros((2, 4, 4, 3))
(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape()
