import numpy as np
a_prev_slice = np.zeros((4, 4))[5:7, 0:2]
print(a_prev_slice.shape)
print(np.max(a_prev_slice))
