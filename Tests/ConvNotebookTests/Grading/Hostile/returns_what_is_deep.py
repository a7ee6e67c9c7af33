# passes: total
# verdicts: double=error
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    held = []
    for _ in range(10**5):
        held = [held]
    return held

# %% cell=total
total = sum(range(101))
