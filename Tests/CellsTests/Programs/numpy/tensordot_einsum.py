import numpy as np
np.random.seed(2)
a, w = np.random.randn(2, 3, 3, 4), np.random.randn(3, 3, 4, 5)
z = np.tensordot(a, w, axes=([1, 2, 3], [0, 1, 2]))
print(z.shape, np.round(z[0], 6), np.round(z[1, 2] - np.sum(a[1] * w[..., 2]), 6) == 0)
print(np.tensordot(np.ones((2, 3)), np.ones((3, 4)), axes=1).shape, np.tensordot([[1, 2]], [[3], [4]], axes=((1,), (0,))))
