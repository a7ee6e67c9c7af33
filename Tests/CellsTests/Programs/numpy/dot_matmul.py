import numpy as np
a = np.array([[1, 2], [3, 4]])
b = np.array([[0, 1], [1, 1]])
print(np.dot(a, b), a @ b, a.dot(b), np.matmul(a, b), np.dot([1, 2], [3, 4]), a @ [1, 1], [1, 1] @ a, np.dot(3, a))
np.random.seed(1)
W, x = np.random.randn(3, 4), np.random.randn(4, 2)
print(np.round(np.dot(W, x), 6), np.round(W @ x + np.ones((3, 1)), 6), np.round(np.dot(W[0], x[:, 0]), 6), np.matmul(np.ones((5, 2, 3)), np.ones((3, 4))).shape)
print(np.outer([1, 2], [3, 4]), np.inner([1, 2], [3, 4]), np.trace(a), np.diag(a), np.diag([1, 2]), np.linalg.norm([3.0, 4.0]), np.vdot([1, 2], [3, 4]))
