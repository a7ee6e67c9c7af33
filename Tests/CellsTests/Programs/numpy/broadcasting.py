import numpy as np
a = np.arange(3)
b = np.arange(2).reshape(2, 1)
print(a + b, a * b, (a[:, None] * a[None, :]))
x = np.ones((2, 3, 4))
print((x + np.arange(4)).shape, (x * np.arange(3).reshape(3, 1)).sum(), (x + 1).sum(), np.broadcast_to(a, (2, 3)))
print(np.array([[1, 2], [3, 4]]) - np.array([[1], [2]]), np.zeros((3, 1)) + np.zeros((1, 2)), 2 ** a, 1 / (a + 1))
