# exercise: zero_pad
# diagnosis: pad-on-one-side
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, 0), (pad, 0), (0, 0)), "constant")
