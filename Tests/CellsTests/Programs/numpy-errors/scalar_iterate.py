import numpy as np
for v in np.float64(3.5):
    print(v)
