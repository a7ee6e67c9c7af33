import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    a = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a)
    return A, (A_prev, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
for mode in ("max", "average"):
    for stride in (1, 2):
        A, cache = pool_forward(A_prev, {"stride": stride, "f": 3}, mode=mode)
        print("mode =", mode)
        print("A.shape = " + str(A.shape))
        print("A[1, 1] =\n", A[1, 1])
        print()
