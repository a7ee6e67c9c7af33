def zero_pad(X, pad):
    return X

zero_pad(1, X=2)
