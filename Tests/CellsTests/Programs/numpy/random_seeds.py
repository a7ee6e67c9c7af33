import numpy as np
np.random.seed(0)
print(np.random.rand(), np.random.rand(2), np.random.randn(), np.random.randn(2, 2))
np.random.seed(0)
print(np.random.rand(), np.random.randint(10), np.random.randint(1, 7, size=5), np.random.randint(0, 5, (2, 2)))
np.random.seed(42)
print(np.random.uniform(-1, 1, 3), np.random.normal(10, 2, 2), np.random.random(2), np.random.normal(size=(1, 2)), np.random.standard_normal(2), np.random.random_sample())
