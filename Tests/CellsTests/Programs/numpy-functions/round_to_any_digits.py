import numpy as np

big = 10**30
for number in (6, True, 10**40, 6.5, -2.25, float("inf"), np.float64(2.5), np.int64(7)):
    for digits in (big, -50 if isinstance(number, int) else -big, 2**63, np.int64(1), True, 1.0, None, "a"):
        try:
            print(repr(number), digits, repr(round(number, digits)))
        except (OverflowError, TypeError) as error:
            print(repr(number), digits, type(error).__name__, error)
