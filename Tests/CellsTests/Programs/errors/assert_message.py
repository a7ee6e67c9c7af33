shape = (4, 9, 9, 3)
assert shape == (4, 9, 9, 2), "wrong shape: " + str(shape)
