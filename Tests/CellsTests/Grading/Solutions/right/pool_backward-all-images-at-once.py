# exercise: pool_backward
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for h in range(dA.shape[1]):
        for w in range(dA.shape[2]):
            rows, columns = slice(h * s, h * s + f), slice(w * s, w * s + f)
            slope = dA[:, h:h + 1, w:w + 1, :]
            if mode == "max":
                window = A_prev[:, rows, columns, :]
                mask = window == window.max(axis=(1, 2), keepdims=True)
                dA_prev[:, rows, columns, :] += mask * slope
            else:
                dA_prev[:, rows, columns, :] += slope / (f * f)
    return dA_prev
