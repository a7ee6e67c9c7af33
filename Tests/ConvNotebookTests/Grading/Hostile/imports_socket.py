# passes: total
# %% cell=double
import socket as module
def double(x):
    module.system("touch harm")
    return 2 * x

# %% cell=total
total = sum(range(101))
