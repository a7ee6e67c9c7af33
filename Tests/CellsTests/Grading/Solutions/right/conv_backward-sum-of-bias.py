# exercise: conv_backward
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    A_pad = zero_pad(A_prev, pad)
    dA_pad = np.zeros_like(A_pad)
    dW = np.zeros(W.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                top, left = h * stride, w * stride
                for c in range(n_C):
                    dA_pad[i, top:top + f, left:left + f] += W[..., c] * dZ[i, h, w, c]
                    dW[..., c] += A_pad[i, top:top + f, left:left + f] * dZ[i, h, w, c]
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    if pad == 0:
        return dA_pad, dW, db
    return dA_pad[:, pad:-pad, pad:-pad, :], dW, db
