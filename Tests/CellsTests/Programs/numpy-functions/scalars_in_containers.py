# Containers ask their elements with ==, and NumPy's scalars answer as arrays do.
import numpy as np

for ask in (
    lambda: [1, 2] in [3, np.float64(1)],
    lambda: [1] in [3, np.float64(1)],
    lambda: [np.int64(3), 4].index([4]),
    lambda: [[1]] == [np.float64(1)],
    lambda: (1, np.int64(2)) == (1, [2, 2]),
    lambda: {1: np.int64(2)} == {1: [2]},
    lambda: None in [np.int64(0)],
):
    try:
        print(ask())
    except ValueError as error:
        print(error)
for template in ("a", "a%s"):
    for value in (np.float64(1.5), np.int64(2), np.bool_(True), np.array(1), np.array([1, 2])):
        print(template % value)
