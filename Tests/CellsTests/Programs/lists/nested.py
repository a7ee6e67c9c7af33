matrix = [[1, 2, 3], [4, 5, 6]]
print(matrix[1][2], len(matrix), len(matrix[0]), [row[1] for row in matrix])
print([[row[j] for row in matrix] for j in range(3)], list(zip(*matrix)))
print(sum(sum(row) for row in matrix), sum(matrix, []), [x for row in matrix for x in row])
for row in matrix:
    print(*row, sep="\t")
