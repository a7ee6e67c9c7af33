import numpy as np
np.squeeze(np.zeros((2, 1, 3)), axis=0)
