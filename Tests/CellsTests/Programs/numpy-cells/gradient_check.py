import numpy as np

def f(x):
    return np.sum(x ** 3) + x[0] * x[1]

def gradient(x):
    g = 3 * x ** 2
    g[0] += x[1]
    g[1] += x[0]
    return g

x = np.array([1.0, -2.0, 0.5])
numeric = np.zeros_like(x)
for k in range(x.size):
    step = np.zeros(3)
    step[k] = 1e-5
    numeric[k] = (f(x + step) - f(x - step)) / 2e-5
print(gradient(x), np.round(numeric, 4), np.linalg.norm(numeric - gradient(x)) < 1e-6)
