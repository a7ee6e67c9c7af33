import numpy as np

def conv_single_step(a_slice_prev, W, b):
    s = a_slice_prev * W
    return np.sum(s) + float(b)

conv_single_step(np.ones((3, 2, 4)), np.ones((3, 3, 4)), np.zeros((1, 1, 1)))
