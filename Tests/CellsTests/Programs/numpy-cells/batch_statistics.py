import numpy as np
np.random.seed(6)
X = np.random.randn(4, 3) * [1, 10, 100]
mu, sigma = X.mean(axis=0), X.std(axis=0)
N = (X - mu) / sigma
print(mu, sigma, N.mean(axis=0).round(10) + 0.0, N.std(axis=0).round(10), X.min(), X.max(axis=0), sep="\n")
