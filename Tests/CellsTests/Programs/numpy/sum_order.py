import numpy as np
np.random.seed(3)
x = np.random.randn(1000)
print(np.sum(x), np.mean(x), sum(x))
total = 0.0
for v in x:
    total += v
print(total, np.sum(x[::3]), np.sum(x.reshape(10, 100), axis=0)[:3], np.sum(x.reshape(10, 100), axis=1)[:2])
print(repr(np.sum(x[:7])), repr(np.sum(x[:130])), repr(np.var(x)), repr(np.sum(x.reshape(10, 10, 10)[:, 2, :])))
