import numpy as np

a = np.array([[False], [True]])
print(type(a[0, 0, ...]), a[0, 0, ...].shape, repr(np.arange(8)[..., -5]), repr(np.arange(8)[2:3][0]))
view = np.arange(6).reshape(2, 3)
element = view[1, 2, ...]
element[...] = 9
print(view)
view[0, 0, ...] += 5
print(view, type(view[0, 0]))
try:
    a[0, 0, ...] ^= 6
except TypeError as error:
    print(error)
