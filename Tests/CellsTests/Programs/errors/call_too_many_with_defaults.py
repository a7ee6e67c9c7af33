def f(a, b=2):
    return 0

f(1, 2, 3, 4)
