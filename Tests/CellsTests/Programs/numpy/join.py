import numpy as np
a = np.array([[1, 2], [3, 4]])
b = np.array([[5, 6]])
print(np.concatenate([a, b]), np.concatenate((a, b.T), axis=1), np.concatenate([a, b], axis=None), np.vstack([a, b]), np.hstack([a, a]))
print(np.stack([a[0], b[0]]), np.stack([a[0], b[0]], axis=1), np.stack([a, a]).shape, np.append([1, 2], [3]), np.append(a, b, axis=0), np.column_stack([[1, 2], [3, 4]]))
print(np.split(np.arange(6), 3), np.array_split(np.arange(5), 2), np.tile([1, 2], 2), np.tile(a, (1, 2)), np.repeat([1, 2], 2), np.repeat(a, 2, axis=0))
