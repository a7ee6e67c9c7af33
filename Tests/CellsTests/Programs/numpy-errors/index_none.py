import numpy as np
A_prev_pad = None
a_prev_pad = A_prev_pad[0]
