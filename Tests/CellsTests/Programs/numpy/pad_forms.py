import numpy as np
x = np.array([[1, 2], [3, 4]])
print(np.pad(x, 1), np.pad(x, ((1, 0), (0, 2))), np.pad(x, (1, 0), "constant", constant_values=9), np.pad(x, ((0, 0), (1, 1)), mode="constant", constant_values=(5, 6)))
X = np.ones((1, 2, 2, 1))
P = np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)), "constant", constant_values=0)
Q = np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)), mode="constant", constant_values=(0, 0))
R = np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)), "constant", constant_values=((0, 0), (0, 0), (0, 0), (0, 0)))
print(P.shape, P[0, :, :, 0], (P == Q).all(), (P == R).all())
print(np.pad([1, 2, 3], 2, mode="edge"), np.pad([1, 2, 3], 2, mode="reflect"), np.pad([1, 2, 3], (1, 2), "wrap"), np.pad([1.5], (0, 1)))
