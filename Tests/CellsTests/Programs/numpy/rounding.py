import numpy as np
a = np.array([0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.234567])
print(np.round(a), np.round(a, 2), np.around(a, 1), np.floor(a), np.ceil(a), np.trunc(a), np.rint(a))
print(np.sign(a), np.abs(a), np.absolute([-1, 2]), np.clip(a, 0, 2), np.maximum(a, 0), np.minimum(a, 1), a.round(1), a.clip(-1, 1))
print(np.round(3.14159, 2), round(np.float64(2.5)), np.floor(2.7), int(np.floor(2.7)), np.round(1234.5, -2))
