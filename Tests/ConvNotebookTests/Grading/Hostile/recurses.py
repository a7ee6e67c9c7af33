# passes: total
# verdicts: double=error
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    return double(x + 1)

# %% cell=total
total = sum(range(101))
