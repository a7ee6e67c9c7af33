import numpy as np

print(np.count_nonzero(np.float64(3), axis=0), np.count_nonzero(np.array(0), axis=-1), np.sum(np.float64(3), axis=0))
for reduce in (np.mean, np.std, np.max, np.any, np.prod, np.argmax, np.cumsum, np.median, np.ptp):
    for value in (np.float64(3), np.array(2)):
        try:
            print(reduce.__name__, repr(reduce(value, axis=-1)))
        except Exception as error:
            print(reduce.__name__, error)
print(np.array_repr(np.float64(0.5)), np.array_repr(np.bool_(True)), np.array_repr(np.float32(1.5)), np.array_repr(np.array(2)))
print(np.ix_([]), np.arange(3)[np.ix_([])])
