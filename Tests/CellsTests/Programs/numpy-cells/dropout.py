import numpy as np
np.random.seed(1)
A = np.random.randn(3, 5)
keep = 0.7
D = np.random.rand(A.shape[0], A.shape[1]) < keep
A = A * D / keep
print(D, A, D.mean(), D.sum(axis=0), sep="\n")
