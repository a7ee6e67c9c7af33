import numpy as np
a = np.arange(24).reshape(2, 3, 4)
print(a.T.shape, a.transpose(1, 0, 2).shape, np.transpose(a, (2, 0, 1)).shape, a.transpose().shape, np.swapaxes(a, 0, 2).shape, np.moveaxis(a, 0, -1).shape)
print(a.transpose(1, 0, 2)[0], a[0].T, np.flip(a[0], axis=0), np.flip(a[0]), np.rot90(a[0]), np.fliplr(a[0])[0], np.flipud(a[0])[0], np.roll([1, 2, 3], 1))
