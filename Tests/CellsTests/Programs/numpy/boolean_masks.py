import numpy as np
x = np.array([[1, -2, 3], [-4, 5, -6]])
print(x > 0, x[x > 0], (x > 0).sum(), np.sum(x < 0, axis=1))
x[x < 0] = 0
print(x)
m = (x > 1) & (x < 5)
print(m, ~m, m | (x == 0), np.any(m), np.all(x >= 0), x[m])
x[m] *= 10
print(x, x[[True, False]], x[:, [True, False, True]])
