import numpy as np
X = np.ones((1, 4, 4, 1))
for pad in (1, 0):
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    inner = padded[0, pad:-pad, pad:-pad, :]
    print(pad, padded.shape, inner.shape, inner.size)
    stop = padded.shape[1] - pad
    print(padded[0, pad:stop, pad:stop, :].shape)
