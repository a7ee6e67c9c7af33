import functools, operator
from functools import reduce, partial, wraps, lru_cache, cmp_to_key, total_ordering

def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(operator.add, [[1], [2]], [0]))
attempt(lambda: reduce(max, []))
add5 = partial(lambda a, b, c=0: (a, b, c), 5)
print(add5(1), add5(1, c=9), add5.args, add5.keywords)

def deco(f):

    @wraps(f)
    def inner(*a, **k):
        """inner doc"""
        return f(*a, **k)
    return inner

@deco
def foo(x):
    """foo doc"""
    return x
print(foo.__name__, foo.__doc__, foo(3), foo.__wrapped__.__name__)

@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info(), fib.__name__)

@functools.cache
def sq(x):
    print('calc', x)
    return x * x
print(sq(3), sq(3))
sq.cache_clear()
print(sq(3))

class K:

    @lru_cache(maxsize=2)
    def m(self, x):
        print('m', x)
        return x
k = K()
print(k.m(1), k.m(1), k.m(2), k.m(3), k.m(1))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))

@total_ordering
class V:

    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v
print(V(1) <= V(2), V(1) > V(2), V(2) >= V(2), sorted([V(3), V(1)])[0].v)
