it = iter([1, 2, 3])
print(next(it), next(it), list(it), next(it, "empty"))
try:
    next(it)
except StopIteration as stop:
    print("stopped", repr(stop), stop.value)
s = iter("ab")
print([next(s), next(s)], iter(s) is s)
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values))
z = zip([1, 2], "ab")
print(next(z), list(z))
