import numpy as np
np.random.seed(1)
x = np.random.randn(2, 3)
mask = (x == np.max(x))
print("x = ", x)
print("mask = ", mask)

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    return np.ones(shape) * (dz / (n_H * n_W))

a = distribute_value(2, (2, 2))
print("distributed value =", a)
assert type(a) == np.ndarray, "Output must be a np.ndarray"
assert a.shape == (2, 2), f"Wrong shape {a.shape} != (2, 2)"
assert np.sum(a) == 2
x[mask] = 0
print(x, mask.sum(), mask * 5.0)
