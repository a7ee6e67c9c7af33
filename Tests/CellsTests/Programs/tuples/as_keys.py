grid = {(0, 0): "a", (0, 1): "b"}
grid[1, 0] = "c"
print(grid[(0, 1)], grid[1, 0], (0, 0) in grid, (5, 5) in grid)
for (i, j), v in grid.items():
    print(i, j, v)
