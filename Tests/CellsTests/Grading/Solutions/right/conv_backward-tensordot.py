# exercise: conv_backward
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    X = zero_pad(A_prev, pad)
    dX = np.zeros(X.shape)
    dW = np.zeros(W.shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            top, left = h * stride, w * stride
            slope = dZ[:, h, w, :]
            dX[:, top:top + f, left:left + f, :] += np.tensordot(slope, W, axes=(1, 3))
            dW += np.tensordot(X[:, top:top + f, left:left + f, :], slope, axes=(0, 0))
    db = np.zeros((1, 1, 1, W.shape[3])) + dZ.sum(axis=0).sum(axis=0).sum(axis=0)
    return dX[:, pad:X.shape[1] - pad, pad:X.shape[2] - pad, :], dW, db
