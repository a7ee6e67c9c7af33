# exercise: conv_single_step
def conv_single_step(a_slice_prev, W, b):
    total = 0.0
    for x, w in zip(a_slice_prev.flatten(), W.flatten()):
        total += x * w
    return float(total + b[0][0][0])
