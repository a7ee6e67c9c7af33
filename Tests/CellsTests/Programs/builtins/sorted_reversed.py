print(sorted([3, 1, 2]), sorted("bca"), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5]]), sorted((1.5, 1)))
print(sorted([1, -3, 2], key=abs, reverse=True), sorted(["B", "a"], key=str.lower), sorted([True, 0, 2]))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(4))), list(reversed((1,))))
data = [("x", 2), ("y", 1), ("z", 2)]
print(sorted(data, key=lambda d: d[1]), sorted(data, key=lambda d: d[1], reverse=True))
