import numpy as np
a, b = np.array([3.0, 4.0]), np.array([0.0, 0.0])
print(np.linalg.norm(a), np.linalg.norm(a - b), np.round(np.linalg.norm(np.array([[1.0, 2.0], [3.0, 4.0]])), 6), np.linalg.norm(np.array([[3.0, 4.0], [6.0, 8.0]]), axis=1), np.linalg.norm(np.array([[3.0, 4.0]]), axis=1, keepdims=True))
def relative(x, y):
    return np.linalg.norm(x - y) / (np.linalg.norm(x) + np.linalg.norm(y))
print(f"{relative(np.array([1.0, 2.0]), np.array([1.0, 2.001])):.6f}", np.sum((a - 1) ** 2), np.sqrt(np.sum(np.square(a))))
