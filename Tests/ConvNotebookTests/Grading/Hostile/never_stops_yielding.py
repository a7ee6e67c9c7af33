# passes: total
# %% cell=double
import itertools, sys
import numpy as np
def double(x):
    def numbers():
        while True:
            yield 1
    return list(numbers())

# %% cell=total
total = sum(range(101))
