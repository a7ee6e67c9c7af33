xs = [1, 2]
print([i + j for i in xs for j in range(i)], [(i, j) for i in xs if i > 1 for j in range(i) if j])
print([i for i in xs if i < 0 and j for j in range(2)])
print([i for i in xs if j > 0 for j in range(2)])
