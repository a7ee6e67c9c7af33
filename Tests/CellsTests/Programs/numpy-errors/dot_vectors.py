import numpy as np
np.dot(np.arange(3), np.arange(4))
