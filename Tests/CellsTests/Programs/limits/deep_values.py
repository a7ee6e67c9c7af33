# Values that hold themselves, or hold one another too deeply.
from collections import deque, OrderedDict


def attempt(action):
    try:
        print(action())
    except RecursionError as error:
        print("RecursionError:", error)


def list_in_itself():
    result = []
    result.append(result)
    return result


def dict_in_itself():
    result = {}
    result[0] = result
    return result


def tuple_in_itself():
    inner = []
    result = (inner,)
    inner.append(result)
    return result


def nested(depth, wrap, start):
    for _ in range(depth):
        start = wrap(start)
    return start


for make in [list_in_itself, dict_in_itself, tuple_in_itself]:
    x, y = make(), make()
    attempt(lambda: x == x)
    attempt(lambda: x == y)
    attempt(lambda: x != y)
    attempt(lambda: [x] == [y])
    attempt(lambda: repr(x))
attempt(lambda: list_in_itself() < list_in_itself())
attempt(lambda: tuple_in_itself() <= tuple_in_itself())
attempt(lambda: list_in_itself() in [list_in_itself()])
attempt(lambda: [list_in_itself()].index(list_in_itself()))
a, b = deque(), deque()
a.append(a)
b.append(b)
attempt(lambda: a == a)
a, b = OrderedDict(), OrderedDict()
a[1], b[1] = a, b
attempt(lambda: a == b)
for wrap in [lambda x: [x], lambda x: (x,), lambda x: {0: x}]:
    attempt(lambda: nested(5000, wrap, 0) == nested(5000, wrap, 0))
    attempt(lambda: nested(400, wrap, 0) == nested(400, wrap, 0))
    attempt(lambda: nested(400, wrap, 0) == nested(400, wrap, 1))
attempt(lambda: repr(nested(5000, lambda x: [x], 0)))
attempt(lambda: repr(nested(5000, lambda x: (x,), 0)))
attempt(lambda: repr(nested(5000, lambda x: {0: x}, 0)))
attempt(lambda: repr(nested(5000, lambda x: slice(x), 0)))
attempt(lambda: repr(nested(5000, Exception, 0)))
attempt(lambda: len(repr(nested(200, lambda x: [x], 0))))
attempt(lambda: len(repr(nested(200, Exception, 0))))
