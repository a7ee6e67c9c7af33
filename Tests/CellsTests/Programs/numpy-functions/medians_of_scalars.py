import numpy as np

for value in (np.float64(3), np.array(2), 7, [1, 2], [[1.0, 4.0]]):
    print(repr(np.median(value)), repr(np.median(value, keepdims=True)))
    print(repr(np.percentile(value, 50)), repr(np.percentile(value, 50, keepdims=True)))
    print(repr(np.quantile(value, [0.5])), repr(np.quantile(value, [0.5], keepdims=True)))
print(repr(np.median(np.bool_(True), keepdims=True)))
