import numpy as np
for v in np.array(3):
    print(v)
