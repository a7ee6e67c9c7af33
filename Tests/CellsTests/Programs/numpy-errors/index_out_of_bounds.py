import numpy as np
Z = np.zeros((2, 3))
for w in range(4):
    Z[0, w] = w
