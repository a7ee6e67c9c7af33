import numpy as np
x = np.array([[1, 0, 3], [0, 5, 0]])
print(np.where(x > 0, x, -1), np.where(x > 0), np.nonzero(x[0]), np.argwhere(x > 2), np.where([True, False], 1.5, 0), np.flatnonzero(x))
print(np.unique([3, 1, 3, 2]), np.unique(x), np.unique([1, 1, 2], return_counts=True))
values, counts = np.unique([5, 6, 5], return_counts=True)
print(values, counts, np.searchsorted([1, 3, 5], 4), np.bincount([0, 1, 1, 3]), np.isin([1, 2, 3], [2]), np.diff([1, 4, 9]))
