import numpy as np

def create_mask_from_window(x):
    return x == np.max(x)

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    return np.ones(shape) * average

def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride, f = hparameters["stride"], hparameters["f"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, bottom = h * stride, h * stride + f
                    left, right = w * stride, w * stride + f
                    if mode == "max":
                        mask = create_mask_from_window(a_prev[top:bottom, left:right, c])
                        dA_prev[i, top:bottom, left:right, c] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        dA_prev[i, top:bottom, left:right, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev, dA = np.random.randn(5, 5, 3, 2), np.random.randn(5, 4, 2, 2)
for mode in "max", "average":
    dA_prev = pool_backward(dA, (A_prev, {"stride": 1, "f": 2}), mode=mode)
    print("mode = " + mode)
    print("mean of dA = ", np.mean(dA))
    print("dA_prev1[1,1] = ", dA_prev[1, 1])
