import numpy as np
Z = np.sum(np.ones((2, 2)))
print(Z[0])
