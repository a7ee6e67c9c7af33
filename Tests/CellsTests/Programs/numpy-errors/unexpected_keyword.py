import numpy as np
np.zeros(3, shapes=4)
