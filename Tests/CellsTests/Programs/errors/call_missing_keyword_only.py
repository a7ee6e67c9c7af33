def f(a, *, mode, size):
    return 0

f(1, size=2)
