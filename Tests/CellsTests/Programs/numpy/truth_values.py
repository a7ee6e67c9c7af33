import numpy as np
print(bool(np.array([0])), bool(np.array(2.0)), bool(np.float64(0)), not np.array([1]), bool(np.array(False)))
if np.array([3]) > 2:
    print("one element is fine")
print("yes" if np.any(np.array([0, 1])) else "no", np.array([1]) and "kept", all(np.array([True, True])), any(np.zeros(3)))
