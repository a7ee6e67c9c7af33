# exercise: conv_forward
def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    A = zero_pad(A_prev, p)
    n_H = (A.shape[1] - f) // s + 1
    n_W = (A.shape[2] - f) // s + 1
    Z = np.zeros((A.shape[0], n_H, n_W, W.shape[3])) + b
    for r in range(f):
        for q in range(f):
            part = A[:, r:r + s * (n_H - 1) + 1:s, q:q + s * (n_W - 1) + 1:s, :]
            Z = Z + np.matmul(part, W[r, q])
    return Z, (A_prev, W, b, hparameters)
