# passes: none
# verdicts: double=fail
# %% cell=double
def double(x):
    return 2 * x
# %% cell=total
def double(x):
    return 3 * x
