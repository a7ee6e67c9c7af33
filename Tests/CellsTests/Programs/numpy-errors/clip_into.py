# np.clip into an array that cannot hold the result.
import numpy as np

for x in [np.array([True, False]), np.array([1, 7]), np.array([1.5, 7]), np.array([1, 7], np.uint8), np.float32([1, 2])]:
    for out in [np.zeros(2, bool), np.zeros(2, int), np.zeros(2, np.uint8), np.zeros(2, np.float32), np.zeros(2)]:
        for low, high in [(0, 5), (0.5, 5), (None, 5), (2, None), (2.5, None)]:
            try:
                print(np.clip(x, low, high, out=out))
            except Exception as error:
                print(type(error).__name__, error)
