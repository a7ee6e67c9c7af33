import numpy as np

a = np.arange(6).reshape(2, 3)
for positions in np.nonzero(a):
    print(positions, positions.strides, positions.flags.c_contiguous, positions.base is None)
rows, columns = np.where(a > 2)
print(rows.base is columns.base, np.shares_memory(rows, rows.ravel()))
(places,) = np.where(np.array([1, 0, 3]))
print(places.base, np.shares_memory(places, places.ravel()))
table = np.argwhere(a)
print(table, table.strides, table.flags.c_contiguous)
print(np.argwhere(np.zeros((2, 2, 2))).shape, np.argwhere(np.array(3)).shape, np.argwhere(np.array(0)).shape)
