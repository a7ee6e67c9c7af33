import numpy as np
a = np.array([[1, 2], [3, 4]])
for row in a:
    print(row, row.sum())
for i, row in enumerate(a):
    for j, v in enumerate(row):
        print(i, j, v, end="; ")
print()
print(list(a[0]), [v * 2 for v in a[1]], a.tolist(), list(zip(a[0], a[1])), sum(a[0]), max(a[0]), 3 in a, [int(v) for v in a.flat], a.ravel().tolist())
x, y = a
(m, n) = a.shape
print(x, y, m, n, *a[0])
for index in np.ndindex(2, 2):
    print(index, a[index], end=" ")
print()
