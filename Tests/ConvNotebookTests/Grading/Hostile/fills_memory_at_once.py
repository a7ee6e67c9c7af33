# passes: total
# verdicts: double=memory
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    return np.zeros(10**12) + [0] * 10**10

# %% cell=total
total = sum(range(101))
