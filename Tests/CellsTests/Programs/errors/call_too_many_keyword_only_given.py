def f(a, *, k=0):
    return 0

f(1, 2, k=3)
