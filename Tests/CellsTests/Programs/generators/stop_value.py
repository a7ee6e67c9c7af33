def g():
    yield 1
    return 42

it = g()
next(it)
try:
    next(it)
except StopIteration as error:
    print(error.value, error.args)
try:
    next(it)
except StopIteration as error:
    print(error.value, error.args)
