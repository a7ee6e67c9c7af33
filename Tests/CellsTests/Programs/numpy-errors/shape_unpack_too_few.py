import numpy as np
X = np.zeros((3, 3))
(m, n_H, n_W) = X.shape
