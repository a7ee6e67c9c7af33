# passes: total
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    try:
        return double(x + 1)
    except RecursionError:
        return double(x + 1)

# %% cell=total
total = sum(range(101))
