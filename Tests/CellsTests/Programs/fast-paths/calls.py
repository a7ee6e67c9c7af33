# Calls of functions run in the loop of their caller.
import sys


def keep(a, b):
    return a


def swap(a, b):
    a, b = b, a
    return [a, b]


print(keep(1, 2), swap("x", "y"), keep([1], None))


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(15))


def outer():
    total = 0

    def add(x):
        nonlocal total
        total += x
        return total

    for i in range(4):
        add(i)
    return total, add


total, add = outer()
print(total, add(10), add(1))


def replace():
    global replace

    def replace():
        return "second"

    return "first"


print(replace(), replace())


def gone():
    global gone
    del gone
    x = [1, 2]
    return x


print(gone())


def decorate(f):
    def inner(*args, **keywords):
        return ("inner", f(*args, **keywords))

    return inner


@decorate
def decorated(a, b=2):
    return a + b


print(decorated(1), decorated(1, b=5))


def defaults(a, b=[]):
    b.append(a)
    return b


print(defaults(1), defaults(2), defaults(3, [0]))


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(900))
try:
    deep(100000)
except RecursionError as error:
    print(str(error)[:32])
print(deep(900))


def three(x):
    return 1 // x


def two(x):
    try:
        return three(x)
    finally:
        print("leaving two")


def one(x):
    return two(x) + 1


print(one(1))
try:
    one(0)
except ZeroDivisionError as error:
    trace, names = sys.exc_info()[2], []
    print("caught", error)


def handled(x):
    for i in range(3):
        try:
            three(i - 1)
        except ZeroDivisionError:
            x += 100
            continue
        x += 1
    return x


print(handled(0))


def generate(n):
    for i in range(n):
        yield fib(i)


print(list(generate(8)), sum(generate(10)))


def raising(n):
    yield 1
    three(n)


try:
    for v in raising(0):
        print(v)
except ZeroDivisionError as error:
    print("from generator", error)


class Point:
    def __init__(self, x):
        self.x = x

    def shifted(self, by):
        return Point(self.x + by)

    def __add__(self, other):
        return self.x + fib(other)


print(Point(3).shifted(4).x, Point(1) + 6)
print(sorted([3, 1, 2], key=lambda v: -keep(v, 0)), list(map(fib, range(6))))
for bad in [lambda: keep(1), lambda: keep(1, 2, 3), lambda: keep(1, c=3), lambda: 5(1), lambda: undefined(1)]:
    try:
        bad()
    except (TypeError, NameError) as error:
        print(str(error)[:60])


def nested_error(n):
    if n == 0:
        return [][1]
    return nested_error(n - 1)


nested_error(3)
