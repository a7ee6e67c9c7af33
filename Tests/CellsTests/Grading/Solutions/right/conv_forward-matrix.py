# exercise: conv_forward
def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    A_pad = zero_pad(A_prev, pad)
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    columns = []
    for h in range(n_H):
        for w in range(n_W):
            columns.append(A_pad[:, h * stride:h * stride + f, w * stride:w * stride + f, :].reshape(m, -1))
    stacked = np.stack(columns, axis=1)
    Z = stacked @ W.reshape(-1, n_C) + b.reshape(1, 1, n_C)
    return Z.reshape(m, n_H, n_W, n_C), (A_prev, W, b, hparameters)
