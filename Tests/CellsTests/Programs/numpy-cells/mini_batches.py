import numpy as np
import math

def random_mini_batches(X, Y, size, seed):
    m = X.shape[0]
    np.random.seed(seed)
    permutation = list(np.random.permutation(m))
    shuffled_X, shuffled_Y = X[permutation, :], Y[permutation]
    batches = []
    for k in range(0, math.floor(m / size)):
        batches.append((shuffled_X[k * size:(k + 1) * size, :], shuffled_Y[k * size:(k + 1) * size]))
    if m % size != 0:
        done = math.floor(m / size) * size
        batches.append((shuffled_X[done:m, :], shuffled_Y[done:m]))
    return batches

X = np.arange(14).reshape(7, 2)
for x, y in random_mini_batches(X, np.arange(7), 3, seed=0):
    print(x.shape, y, x[:, 0])
