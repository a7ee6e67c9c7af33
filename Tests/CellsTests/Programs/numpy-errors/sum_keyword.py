import numpy as np
np.sum([1, 2], axes=0)
