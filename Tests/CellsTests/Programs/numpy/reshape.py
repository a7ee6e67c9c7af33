import numpy as np
a = np.arange(6)
print(a.reshape(2, 3), a.reshape((3, 2)), a.reshape(-1), a.reshape(2, -1), a.reshape(-1, 1), a.reshape(1, 6).shape, np.reshape(a, (6, 1)).T)
b = a.reshape(2, 3)
print(b.T, b.ravel(), b.flatten(), b.T.ravel(), b.T.reshape(-1), np.squeeze(np.zeros((1, 3, 1))).shape, np.expand_dims(a, 0).shape, np.expand_dims(a, axis=1).shape)
a.shape = (3, 2)
print(a, a.squeeze().shape, np.ravel(b)[0], np.atleast_2d([1, 2]).shape)
x = np.zeros((4, 5, 5, 3))
print(x.reshape(x.shape[0], -1).T.shape)
