import numpy as np
a = np.zeros((2, 3))
row = a[0]
row[1] = 5
row += 1
print(a)
window = a[:, 1:]
window[...] = 9
t = a.T
t[0, 1] = -1
print(a)
flat = a.reshape(6)
flat[0] = 77
print(a[0, 0], a.ravel()[5], a.flatten()[0])
a.flatten()[0] = 3
row = row + 100
print(a[0], row)
