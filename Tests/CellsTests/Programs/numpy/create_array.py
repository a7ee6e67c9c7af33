import numpy as np
a = np.array([[1, 2], [3, 4]])
print(a, a.shape, a.dtype, a.ndim, a.size, len(a))
print(np.array([1, 2.5]), np.array([True, False]), np.array([1, True]), np.array(5), np.array((1, 2)), np.array([[1], [2]]))
print(repr(a), repr(np.array([1.0, 2.5])), repr(np.array([True])), repr(np.array(3)), repr(np.zeros((0, 2))))
print(np.array(range(4)), np.array([a, a]).shape, np.array([1, 2], dtype=float), np.array([1.7, -1.7], dtype=int))
