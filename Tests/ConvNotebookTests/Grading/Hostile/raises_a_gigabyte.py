# passes: total
# %% cell=double
def double(x):
    raise ValueError("z" * 10**8)

# %% cell=total
total = sum(range(101))
