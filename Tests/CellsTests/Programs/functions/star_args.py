def f(*args, **kwargs):
    print(args, kwargs, len(args), sorted(kwargs))

f()
f(1, 2)
f(a=1, b=2)
f(1, *[2, 3], *(4,), k=5, **{"m": 6})

def g(first, *rest, last=None):
    return first, rest, last

print(g(1), g(1, 2, 3), g(1, 2, last=9))
print(max(*[3, 7, 5]), *"ab", sep="/")
