import numpy as np

for sign in ("-", " ", "+"):
    np.set_printoptions(sign=sign)
    for x, y in ((np.zeros((), int), np.zeros((), int)), (np.ones(2), np.zeros(2)), (np.array([1.0, 2.0]), np.array([0.5, 0.0]))):
        try:
            np.testing.assert_array_less(x, y)
        except AssertionError as error:
            print(error)
