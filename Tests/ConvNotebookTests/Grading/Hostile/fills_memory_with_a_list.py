# passes: total
# verdicts: double=memory
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    held = []
    while True:
        held.append("a" * 10**6)
        held.append([0] * 10**6)

# %% cell=total
total = sum(range(101))
