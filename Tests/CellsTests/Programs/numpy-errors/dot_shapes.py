import numpy as np
W = np.zeros((3, 4))
X = np.zeros((3, 5))
print(np.dot(W, X))
