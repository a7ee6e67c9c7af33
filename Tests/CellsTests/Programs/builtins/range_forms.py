print(range(5), range(1, 5), range(1, 10, 3), range(3) == range(0, 3), len(range(0, 10, 3)), 4 in range(0, 10, 2), 5 in range(0, 10, 2))
print(range(10)[3], range(10)[-1], range(10)[2:5], list(range(5, 0, -2)), range(10).index(4), range(0).stop, max(range(3)), sum(range(4)))
print(tuple(range(3)), [*range(2)], range(-3), bool(range(0)), range(1, 10, 4).step)
