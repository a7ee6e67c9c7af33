import numpy as np
x = np.arange(16).reshape(4, 4)
f, columns = 2, []
for i in range(0, 3):
    for j in range(0, 3):
        columns.append(x[i:i + f, j:j + f].reshape(-1))
columns = np.array(columns)
print(columns.shape, columns[4])
print((columns @ np.array([1, 0, 0, -1])).reshape(3, 3))
print(np.stack([x[i::2, j::2].ravel() for i in range(2) for j in range(2)]).max(axis=0).reshape(2, 2))
