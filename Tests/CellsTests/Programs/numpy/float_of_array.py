import numpy as np
b = np.array([[[2.5]]])
print(float(b), int(b), b.item(), b[0, 0, 0], b[0], float(b[0]), np.squeeze(b), b.astype(float), float(np.array(3)), bool(b > 2))
z = np.zeros((2, 2))
z[0, 1] = b[0, 0]
z[1, 0] = np.array([7])
print(z, 1 + float(b), np.sum(b), "b = " + str(b), f"{b.item():.1f}")
