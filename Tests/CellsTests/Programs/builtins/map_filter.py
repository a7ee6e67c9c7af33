print(list(map(len, ["a", "bb"])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(int, "123")))
print(list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(None, [0, 1, "", "x", None])), list(filter(str.isdigit, "a1b2")))
m = map(str, [1, 2])
print(next(m), list(m), list(m))
