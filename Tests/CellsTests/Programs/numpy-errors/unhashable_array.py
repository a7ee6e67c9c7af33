import numpy as np
d = {}
d[np.zeros(2)] = 1
