import numpy as np
print(np.arange(24).reshape(2, 3, 4))
print(np.arange(8).reshape(2, 2, 2, 1) / 4)
print(repr(np.arange(12).reshape(2, 2, 3)))
