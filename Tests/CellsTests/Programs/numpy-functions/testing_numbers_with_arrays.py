import numpy as np

pairs = [
    (np.array(0.25), np.float32([1, 3])),
    (np.float32([1, 3]), 0.7),
    (np.array(3), np.uint8([1, 9])),
    (np.array(True), np.array([2, 3])),
    (np.array(-1), np.uint8([1, 9])),
    (np.uint8([1, 9]), 7),
    (np.float32(1), np.float64(1.1)),
]
for x, y in pairs:
    try:
        np.testing.assert_array_equal(x, y)
    except AssertionError as error:
        print(error)
