import numpy as np
xx, yy = np.meshgrid([0, 1, 2], [10, 20])
print(xx, yy, np.triu(np.ones((3, 3))), np.tril(np.arange(9).reshape(3, 3)))
print(np.unravel_index(5, (2, 3)), np.ravel_multi_index((1, 2), (2, 3)), np.arange(6).reshape(2, 3)[np.unravel_index(np.argmax([[1, 2, 3], [9, 0, 0]]), (2, 3))])
