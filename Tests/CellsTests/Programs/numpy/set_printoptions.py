import numpy as np
a = np.array([1 / 3, 1000.123456789])
print(a)
np.set_printoptions(precision=3)
print(a, np.array([0.00012345]))
np.set_printoptions(precision=4, suppress=True)
print(a, np.array([1e-10, 1.0]))
np.set_printoptions(threshold=5)
print(np.arange(10))
