shape = (3, 3, 4, 8)
(f, f, n_C_prev, n_C) = shape
print(f, n_C_prev, n_C)
_, x, _ = 1, 2, 3
print(_, x)
a, a = 1, 2
print(a)
(f, f) = (2, 5)
print(f)
