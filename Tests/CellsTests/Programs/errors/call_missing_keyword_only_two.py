def f(*, mode, size):
    return 0

f()
