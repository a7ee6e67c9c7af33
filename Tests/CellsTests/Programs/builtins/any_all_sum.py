print(any([]), all([]), any([0, "", 3]), all([1, 0]), any(x == 2 for x in range(3)))
print(sum([]), sum([1, 2.5]), sum([1, 2], 10), sum([[1], [2]], []), sum(range(101)), sum([True, True]), sum((0.1, 0.2, 0.3)), sum([1, 2], start=5))
