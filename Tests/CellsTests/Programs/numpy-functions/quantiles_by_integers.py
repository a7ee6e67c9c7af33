import numpy as np

a = np.array([[7, 1, 4], [3, 9, 2]])
print(repr(np.quantile(a, [0])), repr(np.quantile(a, 1)), repr(np.quantile(a, [0, 1], axis=1)), repr(np.quantile(a.astype(np.uint8), [1, 0], axis=0, keepdims=True)))
print(repr(np.quantile(a > 3, 1, axis=1)), repr(np.quantile(a.astype(np.float32), [0])), np.quantile([1.0, np.nan], [0, 1]), repr(np.percentile(a, [0])))
