import numpy as np
print(np.array([1, -10, 100]), np.array([[1, 200], [-3, 4]]), np.array([True, False]), np.array([[True, False], [False, False]]))
print(np.array([0, 255], dtype=np.uint8), np.array([[[1, 2]], [[3, 4]]]))
print(repr(np.array([[True, False], [False, True]])), repr(np.array([1, 2], dtype=np.uint8)), repr(np.array([1.5], dtype=np.float32)))
