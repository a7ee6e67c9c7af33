import numpy as np
print(np.iinfo(np.int64).max, np.finfo(np.float64).eps, np.iinfo(np.uint8).min)
a = np.array([2 ** 62, -(2 ** 62)])
print(a * 4, a + a, np.array([10]) ** 18, np.arange(3) ** 2, 2 ** np.arange(5), np.array([5]) // 2, np.array([-5]) // 2, np.array([-5]) % 3, a.dtype)
print(np.array([7]) / 2, np.array([1, 2]) << 3, np.array([12]) & 10, np.array([True, False]) ^ True, ~np.array([0, 5]))
