import numpy as np
np.stack([np.zeros(2), np.zeros(3)])
