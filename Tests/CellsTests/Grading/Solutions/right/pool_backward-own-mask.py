# exercise: pool_backward
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    out = np.zeros_like(A_prev)
    for i, h, w, c in np.ndindex(*dA.shape):
        target = out[i, h * s:h * s + f, w * s:w * s + f, c]
        if mode == "max":
            window = A_prev[i, h * s:h * s + f, w * s:w * s + f, c]
            target += np.where(window == window.max(), dA[i, h, w, c], 0.0)
        else:
            target += dA[i, h, w, c] / f ** 2
    return out
