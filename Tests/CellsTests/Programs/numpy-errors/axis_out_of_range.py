import numpy as np
np.sum(np.zeros((2, 3)), axis=2)
