import numpy as np
image = (np.arange(12).reshape(2, 2, 3) * 20).astype(np.uint8)
print(image, image.dtype, image.max(), image[0, 0], (image / 255.)[1, 1], image.mean(), image.sum(dtype=int))
print(image + 100, (image + 100).dtype, image[:, :, 0], 255 - image[0, 0], image.astype(float)[0, 1], image // 2 * 2 == image)
