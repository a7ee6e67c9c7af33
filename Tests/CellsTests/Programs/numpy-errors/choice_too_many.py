import numpy as np
np.random.seed(0)
np.random.choice(3, 5, replace=False)
