def f(a, b=2, *c, d=4, **e):
    """fdoc"""
    loc = 1
print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__module__, f.__qualname__, f.__dict__)
f.attr = 5
print(f.attr, f.__dict__, len.__name__, [].append.__self__)
