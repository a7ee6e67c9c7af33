import numpy as np
a = np.array([0.1, 1 / 3, 100.5], dtype=np.float32)
print(a, repr(a), a[0], repr(a[1]), a.sum(), a * 2, (a + 0.1).dtype, (a.astype(np.float64))[0], a.mean())
print(np.float32(16777217), np.float32(1e10), np.float32(0.1) + np.float32(0.2), float(np.float32(0.1)), np.float32(0.1) == 0.1, np.zeros(2, np.float32), (a / 255.0).dtype)
