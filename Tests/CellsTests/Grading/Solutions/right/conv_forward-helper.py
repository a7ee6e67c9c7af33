# exercise: conv_forward
def output_size(n, f, pad, stride):
    return (n - f + 2 * pad) // stride + 1

def window(image, h, w, f, stride):
    return image[h * stride:h * stride + f, w * stride:w * stride + f, :]

def conv_forward(A_prev, W, b, hparameters):
    f, n_C = W.shape[0], W.shape[3]
    stride, pad = hparameters["stride"], hparameters["pad"]
    sizes = [output_size(n, f, pad, stride) for n in A_prev.shape[1:3]]
    padded = zero_pad(A_prev, pad)
    Z = np.array([
        [[[conv_single_step(window(image, h, w, f, stride), W[:, :, :, c], b[:, :, :, c])
           for c in range(n_C)] for w in range(sizes[1])] for h in range(sizes[0])]
        for image in padded])
    return Z, (A_prev, W, b, hparameters)
