# passes: none
# verdicts: double=fail
# %% cell=double
import numpy as np

def double(x):
    return (2 * x for x in [x])
