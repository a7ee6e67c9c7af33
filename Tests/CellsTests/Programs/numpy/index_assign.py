import numpy as np
a = np.zeros((3, 4))
a[0, 0] = 1
a[1] = 2
a[:, 3] = [7, 8, 9]
a[2, 1:3] += 5
a[0, 1:3] = np.array([10, 20])
print(a)
b = np.arange(5)
b[1:3] = 9.7
b[-1] = True
print(b)
a[...] = 0
a[:, 1:2] = np.ones((3, 1))
print(a)
