# exercise: pool_backward
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = 0 * A_prev
    m, n_H, n_W, n_C = dA.shape
    for i in range(m):
        for c in range(n_C):
            for h in range(n_H):
                for w in range(n_W):
                    window = A_prev[i, h * s:h * s + f, w * s:w * s + f, c]
                    for r in range(f):
                        for q in range(f):
                            if mode == "average":
                                dA_prev[i, h * s + r, w * s + q, c] += dA[i, h, w, c] / (f * f)
                            elif window[r, q] == np.max(window):
                                dA_prev[i, h * s + r, w * s + q, c] += dA[i, h, w, c]
    return dA_prev
