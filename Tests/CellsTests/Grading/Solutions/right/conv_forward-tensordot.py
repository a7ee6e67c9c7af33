# exercise: conv_forward
def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, H, Wd, _ = A_prev.shape
    f = W.shape[0]
    padded = zero_pad(A_prev, pad)
    out_h = 1 + (H + 2 * pad - f) // stride
    out_w = 1 + (Wd + 2 * pad - f) // stride
    Z = np.zeros((m, out_h, out_w, W.shape[3]))
    for i in range(out_h):
        for j in range(out_w):
            patch = padded[:, i * stride:i * stride + f, j * stride:j * stride + f, :]
            Z[:, i, j, :] = np.tensordot(patch, W, axes=([1, 2, 3], [0, 1, 2])) + b.reshape(-1)
    return Z, (A_prev, W, b, hparameters)
