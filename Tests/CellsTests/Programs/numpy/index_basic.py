import numpy as np
a = np.arange(24).reshape(2, 3, 4)
print(a[0, 1, 2], a[1], a[0, 1], a[-1, -1, -1], a[0][1][2])
print(a[:, 1, :], a[..., 0], a[0, ..., 1], a[:, :, 1:3].shape, a[:, None].shape, a[0, :, np.newaxis].shape)
print(a[0, 1:, ::2], a[::-1, 0, 0], a[:, ::-1, 0], a[0:0].shape, a[5:].shape)
print(a[(0, 1)], a[1, 2][3], a[0, slice(0, 2), 0])
