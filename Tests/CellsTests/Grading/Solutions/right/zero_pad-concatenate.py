# exercise: zero_pad
def zero_pad(X, pad):
    m, h, w, c = X.shape
    rows = np.zeros((m, pad, w, c))
    tall = np.concatenate((rows, X, rows), axis=1)
    columns = np.zeros((m, h + 2 * pad, pad, c))
    return np.concatenate([columns, tall, columns], axis=2)
