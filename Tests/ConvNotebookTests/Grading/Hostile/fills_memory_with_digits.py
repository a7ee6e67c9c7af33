# passes: total
# verdicts: double=memory
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    return 9**9**9

# %% cell=total
total = sum(range(101))
