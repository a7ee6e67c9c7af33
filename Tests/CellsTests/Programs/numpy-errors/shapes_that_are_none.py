import numpy as np

for shape in (set(), {}, {1: 2}, "ab", (1, "a"), [1.5], np.array([1.5]), np.zeros(0), None, [None]):
    for make in (np.zeros, np.ones, np.empty):
        try:
            print(make(shape).shape)
        except TypeError as error:
            print(error)
