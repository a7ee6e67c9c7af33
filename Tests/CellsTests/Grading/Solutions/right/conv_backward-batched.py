# exercise: conv_backward
def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    s, p = hp["stride"], hp["pad"]
    f = W.shape[0]
    H, Wd = A_prev.shape[1:3]
    A = zero_pad(A_prev, p)
    dA = np.zeros(A.shape)
    dW = np.zeros_like(W)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            rows, columns = slice(h * s, h * s + f), slice(w * s, w * s + f)
            d = dZ[:, h, w, :]
            dA[:, rows, columns, :] += np.einsum("ic,xykc->ixyk", d, W)
            dW += np.einsum("ic,ixyk->xykc", d, A[:, rows, columns, :])
    db = dZ.sum(axis=(0, 1, 2)).reshape(b.shape)
    return dA[:, p:p + H, p:p + Wd, :], dW, db
