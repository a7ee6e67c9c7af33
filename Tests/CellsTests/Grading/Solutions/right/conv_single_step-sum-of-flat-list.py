# exercise: conv_single_step
def conv_single_step(a_slice_prev, W, b):
    return sum((a_slice_prev * W).flatten().tolist()) + float(b)
