for r in (range(4), range(2, 5), range(10, 0, -3), range(0), range(5, 2), range(-2, 3, 2)):
    print(r, list(r), len(r))
for i in range(3, -1, -1):
    print(i, end=" ")
print()
