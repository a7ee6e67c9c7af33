# passes: none
# verdicts: double=fail
# %% cell=double
import numpy as np

def double(x):
    return str(2 * x)
