import numpy as np

x = np.float64(3)
for key in (None, ..., (), (None, None), (..., None), True, False, np.bool_(True), [True], 0, slice(None), "a", (0,), 1.5):
    try:
        print(key, repr(x[key]))
    except Exception as error:
        print(key, type(error).__name__, error)
print(np.array([1, 5, 2]).argmax()[None], np.max(np.arange(3))[np.newaxis].shape)
