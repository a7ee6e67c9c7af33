import numpy as np
a = np.arange(24).reshape(2, 3, 4)
print(a.sum(axis=2), a.sum(axis=(1, 2)), a.mean(axis=(0, 1)), a.max(axis=0), a.sum(axis=(0, 2), keepdims=True).shape)
print(np.sum(a[:, 1:, ::2], axis=0), a[0].T.sum(axis=0), np.any(a > 20, axis=(1, 2)))
