import numpy as np
x = np.zeros(3)
print(x.qqq)
