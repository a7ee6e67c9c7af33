# exercise: conv_single_step
# diagnosis: bias-left-out
def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    return Z
