import numpy as np
np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W = np.random.randn(4, 4, 3)
b = np.random.randn(1, 1, 1)
s = np.multiply(a_slice_prev, W) + b
Z = np.sum(s)
print("Z =", Z)
