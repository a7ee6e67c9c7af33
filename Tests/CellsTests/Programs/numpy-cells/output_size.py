import numpy as np
for n, f, pad, stride in [(7, 3, 0, 1), (7, 3, 1, 2), (64, 5, 2, 1), (5, 2, 0, 3), (28, 4, 1, 4)]:
    n_H = int((n - f + 2 * pad) / stride) + 1
    print(n, f, pad, stride, "->", n_H, (n - f + 2 * pad) // stride + 1 == n_H, int(np.floor((n - f + 2 * pad) / stride)) + 1)
