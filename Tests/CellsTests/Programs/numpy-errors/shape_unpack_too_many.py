import numpy as np
W = np.zeros((3, 3, 4, 8))
(f, f, n_C) = W.shape
