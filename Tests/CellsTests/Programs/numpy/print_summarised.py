import numpy as np
print(np.arange(1001))
print(np.zeros((1200,)), np.arange(1000)[:3])
print(np.arange(2000).reshape(40, 50))
print(repr(np.arange(1500) / 4))
print(np.zeros((20, 20, 20)).shape, np.ones((30, 40)))
