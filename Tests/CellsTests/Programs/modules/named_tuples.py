from collections import namedtuple

def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)
P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, p == (1, 2), len(p), list(p), isinstance(p, tuple), hash(p) == hash((1, 2)))
a, b = p
print(a, b, p + (3,), P._make([7, 8]), type(p), P.__name__, sorted([P(2, 1), P(1, 5)]))
attempt(lambda: P(1))
attempt(lambda: P(1, 2, 3))
attempt(lambda: P(1, z=2))
attempt(lambda: P(1, 2, x=3))
attempt(lambda: namedtuple('Q', 'a 1b'))
attempt(lambda: p.z)

def setx():
    p.x = 3
attempt(setx)
Q = namedtuple('Q', ['a', 'b'], defaults=[5])
print(Q(1), Q._field_defaults)
