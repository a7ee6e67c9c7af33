import numpy as np
np.random.seed(1)
print(np.random.permutation(6), np.random.choice(5, 3), np.random.choice(5, 3, replace=False), np.random.choice([10, 20, 30]))
x = np.arange(6)
np.random.shuffle(x)
print(x, np.random.permutation(np.array([[1, 2], [3, 4], [5, 6]])))
print(np.random.choice(3, size=6, p=[0.1, 0.2, 0.7]), np.random.choice(["a", "b"][:1]), np.random.randint(2, size=8))
