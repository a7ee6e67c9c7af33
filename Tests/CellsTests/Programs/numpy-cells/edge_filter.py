import numpy as np
image = np.zeros((6, 6))
image[:, 3:] = 10
kernel = np.array([[1, 0, -1]] * 3)
out = np.zeros((4, 4))
for i in range(4):
    for j in range(4):
        out[i, j] = np.sum(image[i:i + 3, j:j + 3] * kernel)
print(out)
print(out.astype(int).tolist(), kernel.T, np.abs(out).max())
