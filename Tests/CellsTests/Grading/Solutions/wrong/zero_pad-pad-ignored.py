# exercise: zero_pad
# diagnosis: pad-ignored
def zero_pad(X, pad):
    return X.copy()
