def pair():
    yield 1
    yield 2

a, b = pair()
print(a, b, 2 in pair(), 5 in pair(), [*pair(), 3], max(pair()), type(pair()).__name__)
first, *rest = (x for x in "abc")
print(first, rest)
print(list(zip(pair(), pair())), list(enumerate(pair(), 1)), list(map(str, pair())))
