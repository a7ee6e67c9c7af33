import numpy as np
a = np.array([1, 2, 3])
print(a == 2, a != 2, a >= [1, 3, 3], a < 2.5, np.equal(a, a), np.greater(a, 1), (a == a).all(), np.array_equal(a, [1, 2, 3]))
print(np.logical_and(a > 1, a < 3), np.logical_or(a == 1, a == 3), np.logical_not(a > 1), np.isnan(np.array([np.nan, 1])), np.isinf([np.inf, 0.0]))
print(np.allclose([1.0, 2.0], [1.0, 2.0 + 1e-9]), np.allclose([1.0], [1.1]), np.isclose([1, 2], [1, 2.1]), np.allclose(np.nan, np.nan))
print(np.any([0, 1]), np.all([1, 0]), np.any(a > 5), np.all(a > 0, axis=0), bool(np.array([1])), a.any(), a.all())
