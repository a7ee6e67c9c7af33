import numpy as np
np.random.seed(1)
A_prev = np.random.randn(2, 4, 4, 3)
A = np.zeros((2, 2, 2, 3))
for i in range(2):
    for h in range(2):
        for w in range(2):
            for c in range(3):
                A[i, h, w, c] = np.max(A_prev[i, h:h + 3, w:w + 3])
print(A[0])
