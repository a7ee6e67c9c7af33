import numpy as np

def zero_pad(X, pad):
    # X_pad = None
    # YOUR CODE STARTS HERE


    # YOUR CODE ENDS HERE
    return X_pad

x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 3)
