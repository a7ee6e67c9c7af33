import numpy as np
x = np.zeros((2, 3))
print(type(x), type(x) == np.ndarray, isinstance(x, np.ndarray), isinstance(x[0, 0], np.float64), type(x).__name__, type(x.shape), type(x.shape[0]))
print(type(np.sum(x)), type(x[0]), type(x > 0), type((x > 0)[0, 0]), type(np.array(1.0)), type(np.mean([1, 2])), type(np.arange(2)[1]))
assert type(x) == np.ndarray, "must be an array"
assert x.shape == (2, 3), f"Wrong shape {x.shape}"
print("\033[92mAll tests passed!\033[0m")
