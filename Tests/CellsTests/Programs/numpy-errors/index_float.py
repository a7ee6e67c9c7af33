import numpy as np
a = np.arange(5)
h = 4 / 2
print(a[h])
