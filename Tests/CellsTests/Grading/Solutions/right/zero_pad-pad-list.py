# exercise: zero_pad
def zero_pad(X, pad):
    widths = [(0, 0), (pad,) * 2, (pad,) * 2, (0, 0)]
    return np.pad(X, widths, mode="constant", constant_values=(0, 0))
