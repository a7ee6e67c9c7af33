import numpy as np
a = np.array([[3, 1, 2], [9, 7, 8]])
print(np.sort(a), np.sort(a, axis=0), np.sort(a, axis=None), np.argsort(a), np.argsort(-a[0]), a[0][::-1])
a.sort()
print(a, np.sort([2.5, -1, np.nan, 0]), np.sort([3, 1, 2])[::-1], np.argsort([1, 0, 1, 0], kind="stable"), np.argmax([1, 5, 5]), sorted(a[0], reverse=True))
