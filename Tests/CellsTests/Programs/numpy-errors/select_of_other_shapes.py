import numpy as np

three, two, row = np.arange(3), np.arange(2), np.arange(6).reshape(2, 3)
for conditions, choices, default in (
    ([three > 0, two > 0], [three, -1], 0), ([three > 0], [two], 0), ([three > 0, three < 0], [three, two], 0), ([three > 0], [three], two),
    ([three], [three], 0), ([three > 1, True], [row, -row], 9), ([row > 2], [1], three), ([True], [three], 0), ([row > 1, three > 1], [two[:, None], 7], 0.5),
):
    try:
        print(np.select(conditions, choices, default))
    except (TypeError, ValueError) as error:
        print(error)
for actual, desired in ((np.array([6, 66], dtype=np.uint8), np.array([5, 6])), (np.uint8(6), np.uint8(7)), (np.array(6, dtype=np.uint8), 7)):
    try:
        np.testing.assert_array_equal(actual, desired)
    except AssertionError as error:
        print(error)
