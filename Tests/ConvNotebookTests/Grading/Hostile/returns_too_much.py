# passes: total
# verdicts: double=error
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    return np.zeros(10**8 // 4)

# %% cell=total
total = sum(range(101))
