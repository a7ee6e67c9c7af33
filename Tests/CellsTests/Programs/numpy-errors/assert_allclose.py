import numpy as np
Z = np.array([1.0, 2.5])
print("Z =", Z)
assert np.allclose(Z, [1.0, 2.0]), "Wrong values in Z"
