def trace(f):
    def wrapper(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f.__name__, args, kwargs, "->", result)
        return result
    return wrapper

def times(n):
    def decorate(f):
        return lambda *a: [f(*a) for _ in range(n)]
    return decorate

@trace
def add(a, b=1):
    return a + b

@times(2)
@trace
def twice(x):
    return 2 * x

add(1); add(2, b=3)
print(twice(4))
