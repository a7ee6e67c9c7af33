import numpy as np
truth = np.array([0, 1, 2, 2, 1, 0, 2])
guess = np.array([0, 2, 2, 2, 1, 1, 0])
matrix = np.zeros((3, 3), dtype=int)
for t, g in zip(truth, guess):
    matrix[t, g] += 1
print(matrix, matrix.diagonal(), np.trace(matrix) / matrix.sum())
print("accuracy: {:.2%}".format((truth == guess).mean()), np.round(np.diag(matrix) / matrix.sum(axis=1), 4))
