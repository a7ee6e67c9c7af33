def f():
    return 0

f(1)
