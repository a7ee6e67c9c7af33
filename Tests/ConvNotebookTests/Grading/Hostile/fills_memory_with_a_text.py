# passes: total
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    text = "ab"
    while True:
        text += text

# %% cell=total
total = sum(range(101))
