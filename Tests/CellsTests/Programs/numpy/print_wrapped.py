import numpy as np
print(np.arange(40))
print(np.arange(30) / 7)
print(repr(np.arange(30) * 1000))
print(np.arange(60).reshape(2, 30) + 100)
