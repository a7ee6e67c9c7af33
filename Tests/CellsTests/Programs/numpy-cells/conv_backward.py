import numpy as np

def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    widths = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    A_prev_pad, dA_prev_pad = np.pad(A_prev, widths), np.pad(dA_prev, widths)
    for i in range(m):
        a_prev_pad, da_prev_pad = A_prev_pad[i], dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    top, left = h * stride, w * stride
                    a_slice = a_prev_pad[top:top + f, left:left + f, :]
                    da_prev_pad[top:top + f, left:left + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]
    assert dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev)
    return dA_prev, dW, db

np.random.seed(2)
A_prev, W, b = np.random.randn(3, 4, 4, 2), np.random.randn(2, 2, 2, 3), np.random.randn(1, 1, 1, 3)
dZ = np.random.randn(3, 4, 4, 3)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 2, "stride": 2}))
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
print(dA[1, 2], dW[0, 1], db)
