# passes: double
# %% cell=double
import numpy as np
def double(x):
    return x + x
# %%
del np
import builtins
