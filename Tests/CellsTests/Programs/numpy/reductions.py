import numpy as np
a = np.array([[3.0, 1.0, 2.0], [6.0, 5.0, 4.0]])
print(np.sum(a), a.sum(axis=0), a.sum(axis=1), a.sum(axis=1, keepdims=True), np.sum(a, axis=(0, 1)), a.mean(), a.mean(axis=0), np.mean(a, axis=-1))
print(a.max(), a.min(axis=0), np.max(a, axis=1), np.min(a), np.prod(a), a.prod(axis=0), np.std(a), np.var(a), np.var(a, axis=0), a.std(axis=1))
print(np.argmax(a), np.argmin(a, axis=0), a.argmax(axis=1), np.cumsum(a), np.cumsum(a, axis=0), np.ptp(a), np.median(a), np.cumprod([1, 2, 3]), np.amax(a), np.amin(a))
print(np.sum([True, False, True]), np.mean(np.array([1, 2])), np.sum(np.zeros((0, 2))), np.sum([[1, 2], [3, 4]], axis=0), np.count_nonzero([1, 0, 2]))
