import numpy as np
np.pad(np.zeros((2, 2)), -1)
