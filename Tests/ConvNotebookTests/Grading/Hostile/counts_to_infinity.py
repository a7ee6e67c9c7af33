# passes: total
# verdicts: double=time-out
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    return sum(itertools.count())

# %% cell=total
total = sum(range(101))
