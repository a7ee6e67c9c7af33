print(list(enumerate("ab")), list(enumerate(["x"], start=10)), list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])))
for i, (a, b) in enumerate(zip([1, 2], [3, 4])):
    print(i, a, b)
print(dict(zip("ab", range(2))), list(zip(*[(1, 2), (3, 4)])), [*zip([1, 2], [3, 4], [5, 6])])
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
