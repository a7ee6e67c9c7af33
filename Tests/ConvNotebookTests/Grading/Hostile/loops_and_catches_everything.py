# passes: total
# verdicts: double=time-out
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue

# %% cell=total
total = sum(range(101))
