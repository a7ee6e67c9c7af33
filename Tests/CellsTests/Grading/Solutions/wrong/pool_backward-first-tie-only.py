# exercise: pool_backward
# diagnosis: first-tie-only
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    out = np.zeros_like(A_prev)
    for i, h, w, c in np.ndindex(*dA.shape):
        target = out[i, h * s:h * s + f, w * s:w * s + f, c]
        if mode == "max":
            window = A_prev[i, h * s:h * s + f, w * s:w * s + f, c]
            row, column = np.unravel_index(np.argmax(window), window.shape)
            target[row, column] += dA[i, h, w, c]
        else:
            target += dA[i, h, w, c] / f ** 2
    return out
