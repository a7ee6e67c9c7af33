# passes: total
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    held = []
    while True:
        try:
            held.append(np.ones(10**5))
        except BaseException:
            pass

# %% cell=total
total = sum(range(101))
