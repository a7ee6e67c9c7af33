# passes: none
# verdicts: double=fail
# %% cell=double
import numpy as np

def double(x):
    return np.array([2 * x])
