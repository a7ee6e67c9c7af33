import numpy as np
A = np.zeros((2, 2))
print(A(0, 1))
