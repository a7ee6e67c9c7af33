import numpy as np
print(np.array([0.5, 1.25, -3]), np.array([1.0, 2.0]), np.array([0.1, 0.123456789]), np.array([1e-5, 1.0]))
print(np.array([1e8, 1.0]), np.array([1e7, 1.5]), np.array([123456.789, 0.001]), np.array([1e-4, 2e-4]), np.array([1e-10]))
print(np.array([np.nan, 1.5, np.inf]), np.array([-np.inf, 0.0]), np.array([-0.0, 0.0]), np.array([1 / 3, 2 / 3]))
print(np.array([1e300, 1e-300]), np.array([100, 1e6]), np.array([1e16]), np.array([12345678.9]))
print(np.array([[1.5, -22.25], [1000.0, 3]]))
