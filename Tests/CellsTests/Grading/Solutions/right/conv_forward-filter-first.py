# exercise: conv_forward
def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters.get("stride", 1)
    pad = hparameters.get("pad", 0)
    f = W.shape[0]
    A = zero_pad(A_prev, pad)
    n_H = int(np.floor((A.shape[1] - f) / stride)) + 1
    n_W = int(np.floor((A.shape[2] - f) / stride)) + 1
    Z = np.zeros((A.shape[0], n_H, n_W, W.shape[-1]))
    for c in range(W.shape[-1]):
        for i, image in enumerate(A):
            for row in range(n_H):
                for column in range(n_W):
                    top, left = row * stride, column * stride
                    Z[i, row, column, c] = (image[top:top + f, left:left + f] * W[..., c]).sum() + b[..., c].item()
    return Z, (A_prev, W, b, hparameters)
