# passes: total
# verdicts: double=error
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    held = []
    held.append(held)
    return held

# %% cell=total
total = sum(range(101))
