import numpy as np
b = np.zeros((1, 1, 1, 8))
Z = 1.0 + float(b)
