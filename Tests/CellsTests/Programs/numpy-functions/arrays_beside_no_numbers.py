import operator

import numpy as np

arrays = [np.array([1, 2]), np.array([1.5]), np.array([True]), np.array(3), np.zeros((0, 2), int), np.uint8([1])]
for other in (None, {1: 2}, "a", "abc", print):
    for array in arrays:
        for name in ("lt", "le", "gt", "ge", "eq", "ne"):
            for left, right in ((other, array), (array, other)):
                try:
                    print(name, repr(getattr(operator, name)(left, right)))
                except TypeError as error:
                    print(name, type(error).__name__, error)
for name in "add divide floor_divide remainder power hypot gcd bitwise_and maximum equal less logical_and".split():
    for left, right in (("a", 1.5), (1.5, "a"), (np.array([1, 2]), "ab"), ("ab", np.array([True]))):
        try:
            print(name, repr(getattr(np, name)(left, right)))
        except TypeError as error:
            print(type(error).__name__, error)
