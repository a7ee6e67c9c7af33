import numpy as np

small, large = np.array([3, 85], dtype=np.uint8), np.array([255, 0], dtype=np.uint8)
pairs = [
    (0.0, -0.0), (0, -0.0), (np.float64(0), np.float64(-0.0)), ([0.0], [-0.0]), (np.nan, np.nan), (np.nan, 0.0), (1, True),
    (1, [1]), ([1, 2], (1, 2)), ("a", 1), (None, 0), ({1: 2}, {1: 3}), ([1], {1: 2}), ({1: 2}, [1]), ((1,), [2]), (2**70, 2**70 + 1),
    (np.uint8(3), 9), (np.array(False), small), (small, large), (large, small), (small, [300, 0]), (np.array([True, False]), small),
    (np.array([1, 2]), [1, 2, 3]),
]
for actual, desired in pairs:
    try:
        print(np.testing.assert_equal(actual, desired))
    except AssertionError as error:
        print(error)
try:
    np.testing.assert_array_less(np.array(1, dtype=np.uint8), np.array(-580))
except AssertionError as error:
    print(error)
np.testing.assert_array_almost_equal(np.array(np.nan), np.array(np.nan), decimal=2)
np.testing.assert_allclose(np.inf, np.inf)
