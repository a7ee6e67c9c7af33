import numpy as np
a = np.arange(4)
a[np.array([True, False, True])]
