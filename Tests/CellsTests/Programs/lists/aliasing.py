a = [1, 2, 3]
b = a
c = a[:]
b.append(4); c.append(9)
print(a, b, c, a is b)
grid = [[0] * 2] * 3
grid[0][0] = 1
print(grid)
rows = [[0] * 2 for _ in range(3)]
rows[0][0] = 1
print(rows)
