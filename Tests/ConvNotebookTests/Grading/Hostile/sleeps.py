# passes: total
# verdicts: double=time-out
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    import time
    time.sleep(10**6)

# %% cell=total
total = sum(range(101))
