import numpy as np
Z = np.zeros((2, 2))
Z[0, 0] = np.array([1.0, 2.0])
