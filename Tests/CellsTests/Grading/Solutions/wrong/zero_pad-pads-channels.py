# exercise: zero_pad
# diagnosis: pad-on-wrong-axes
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)), "constant")
