import numpy as np
np.random.seed(7)
images = np.random.randint(0, 256, size=(4, 3, 3, 3)).astype(np.uint8)
X = images / 255.
flat = X.reshape(X.shape[0], -1).T
print(images[0, 0], X[0, 0, 0], flat.shape, images.dtype, X.dtype)
print("number of training examples = " + str(X.shape[0]))
print(np.round(X.mean(axis=(0, 1, 2)), 8), images.max(), images.min(), images[..., 0].shape)
