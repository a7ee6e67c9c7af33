import numpy as np
np.random.seed(1)
x = np.random.randn(2, 3)
mask = np.max(x)
print("mask = ", mask)
print(type(mask), mask * 2.0)
