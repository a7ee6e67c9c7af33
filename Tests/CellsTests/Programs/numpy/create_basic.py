import numpy as np
print(np.zeros(3), np.ones((2, 3)), np.full((2, 2), 7), np.full(3, 0.5))
print(np.arange(5), np.arange(2, 10, 3), np.arange(0, 1, 0.25), np.arange(5, 0, -2), np.arange(3.0))
print(np.eye(3), np.identity(2))
print(np.linspace(0, 1, 5), np.linspace(0, 10, 3), np.linspace(1, 2, 4, endpoint=False))
print(np.zeros((0, 3)), np.array([]), np.zeros(()), np.empty((0,)).shape)
