# np.float64 is a Python float too: it takes an array of one element as a number, and nothing else of that kind does.
import numpy as np

for value in [np.array([[[1.5]]]), np.array([2]), np.array([True]), np.array([1.5, 2]), np.array([]), [1.5], [[1.5]]]:
    result = np.float64(value)
    print(type(result) == np.float64, type(result) == np.ndarray, repr(result))
for cls in [np.float32, np.int64, np.bool_]:
    print(type(cls(np.array([[1]]))) == np.ndarray)
weights = np.arange(8.0).reshape(2, 2, 2)
Z = np.float64(np.sum(weights * 2) + np.ones((1, 1, 1)))
print("Z =", Z)
