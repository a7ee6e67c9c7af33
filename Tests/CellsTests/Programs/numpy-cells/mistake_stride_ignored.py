import numpy as np
np.random.seed(1)
A_prev = np.random.randn(1, 5, 5, 1)
stride, f = 2, 3
right, wrong = [], []
for h in range(2):
    for w in range(2):
        right.append(np.sum(A_prev[0, h * stride:h * stride + f, w * stride:w * stride + f, 0]))
        wrong.append(np.sum(A_prev[0, h:h + f, w:w + f, 0]))
print(right)
print(wrong)
