# passes: none
# verdicts: zero_pad=fail
# %% cell=zero-pad
import numpy as np
def zero_pad(X, pad):
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    X[...] = 0
    return padded
