import numpy as np

a = np.arange(4)
b = np.around(a, 3)
b[0] = 7
print(a, b is a, a.round() is a, np.round(a, -1) is a, np.round(a[1]), np.shares_memory(np.round(a.astype(float)), a))
