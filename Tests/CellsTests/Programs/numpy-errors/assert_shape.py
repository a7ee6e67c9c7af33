import numpy as np
x_pad = np.zeros((4, 9, 9, 3))
assert x_pad.shape == (4, 9, 9, 2), f"Wrong shape: {x_pad.shape} != (4, 9, 9, 2)"
