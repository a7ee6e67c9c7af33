# exercise: conv_single_step
# diagnosis: bias-in-every-product
def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W) + float(b)
    Z = np.sum(s)
    return Z
