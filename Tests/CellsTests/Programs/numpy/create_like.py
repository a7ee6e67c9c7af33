import numpy as np
a = np.array([[1, 2, 3], [4, 5, 6]])
print(np.zeros_like(a), np.ones_like(a, dtype=float), np.full_like(a, 9), np.zeros(a.shape), np.zeros_like(a * 0.5))
b = np.copy(a); c = a.copy(); d = np.array(a); e = np.asarray(a)
a[0, 0] = 100
print(b[0, 0], c[0, 0], d[0, 0], e[0, 0], e is a)
