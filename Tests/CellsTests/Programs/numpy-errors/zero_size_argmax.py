import numpy as np
np.argmax(np.array([]))
