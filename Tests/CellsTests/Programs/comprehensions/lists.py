print([x * x for x in range(5)], [x for x in range(10) if x % 3 == 0], [c.upper() for c in "abc"])
print([(i, j) for i in range(3) for j in range(i)], [x for x in range(20) if x % 2 if x % 3])
print([[i * j for j in range(3)] for i in range(3)], [a + b for a, b in [(1, 2), (3, 4)]])
print([x if x > 1 else "small" for x in range(4)], [[] for _ in range(2)])
