def zero_pad(X):
    pass

A, cache = zero_pad(1)
