def f(a, b, c, d=1):
    return 0

f()
