import numpy as np

a = np.array([5, 0, 3])
print(np.logical_or.accumulate(a), np.logical_and.accumulate(a), np.logical_xor.accumulate(a), np.logical_xor.reduce(a[:1]))
print(np.divide.accumulate(a + 1), np.subtract.accumulate(a), np.greater.accumulate(a > 1), np.bitwise_or.reduce(a.reshape(3, 1), axis=None))
print(np.bitwise_xor.reduce(np.arange(24).reshape(2, 3, 4), axis=(0, 2), keepdims=True), np.subtract.reduce(a, axis=None), np.subtract.reduce(7))
for run in (np.greater.accumulate, np.equal.reduce):
    try:
        run(a)
    except TypeError as error:
        print(error)
try:
    np.subtract.reduce(np.ones((2, 2)), axis=None)
except ValueError as error:
    print(error)
