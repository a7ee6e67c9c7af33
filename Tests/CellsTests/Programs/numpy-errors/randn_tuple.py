import numpy as np
np.random.randn((2, 3))
