def f(a, b, /):
    return 0

f(1, b=2)
