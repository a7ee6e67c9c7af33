import numpy as np
Z = None
print(np.ones(2) * Z)
