print([], [1], [1, "two", 3.0, None, True, [4, [5]], (6,), {"k": 7}])
print(["it's", 'a"b', "n\n"], [1e-7, 1e16, -0.0], [[]], [()], str([1, 2]), repr(["a"]))
a = [1]
a.append(a)
print(a)
