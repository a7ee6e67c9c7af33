import numpy as np
x = np.float64(0.1) * 3
n = np.int64(7)
print(x, type(x), type(n), n // 2, n / 2, n % 4, n ** 2, -n, n + 1.5, type(n // 2), type(n / 2), type(n + 1), type(x + 1), type(1 + x), type(2.0 * n))
print(isinstance(x, float), isinstance(n, int), x == 0.30000000000000004, n == 7, int(n), float(x), round(x, 2), abs(-x), max(n, 3), n > 5, [10, 20, 30][np.int64(1)], range(np.int64(3)))
print(np.float64(1) / 3, np.float32(1) / np.float32(3), np.int64(5) / np.int64(2), np.float64("inf"), -np.inf, np.nan, np.inf > 1, np.isnan(np.nan), x.dtype, x.shape, n.item(), type(n.item()), type(np.arange(3)[0]))
print(str(n) + "!", f"{n:04d} {x:.3f}", "%d %s" % (n, x), np.bool_(True) and 5, not np.bool_(False), np.float64(3).astype(int))
