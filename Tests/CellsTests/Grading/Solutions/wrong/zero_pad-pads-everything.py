# exercise: zero_pad
# diagnosis: pad-on-wrong-axes
def zero_pad(X, pad):
    return np.pad(X, pad, "constant")
