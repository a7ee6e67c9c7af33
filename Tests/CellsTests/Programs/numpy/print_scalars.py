import numpy as np
a = np.array([0.1, 1.0, 1e-5, 1e16, 123456789.125])
for v in a:
    print(v, repr(v), str(v), [v], f"{v:.3f}")
print(a[0] + a[1], type(a[0]), np.float64(2.5), np.float32(0.1), np.int64(7), np.bool_(True), np.uint8(200))
print(a.sum(), np.sum([1, 2]), np.mean([1, 2]), np.max([[3, 9]]), (a > 0)[0], np.float32(1) / 3)
print([np.float64(1.5), np.int64(2)], (np.bool_(False),), {"mean": np.float64(0.25)})
