import numpy as np
a = np.arange(12).reshape(3, 4)
print(a[[0, 2]], a[[0, 2], [1, 3]], a[:, [3, 0]], a[np.array([1, 1])], a[[-1]])
rows = np.array([0, 1, 2])
print(a[rows, rows], a[np.array([[0, 1], [2, 0]])].shape, np.arange(10)[[[1, 2], [3, 4]]])
a[[0, 1], [0, 1]] = 100
a[:, [2]] = -1
print(a)
p = np.array([2, 0, 1])
print(a[p][:, 0], np.take(a, [1, 2], axis=1))
