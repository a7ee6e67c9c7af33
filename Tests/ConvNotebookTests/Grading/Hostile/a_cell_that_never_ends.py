# passes: double total
# %% cell=double
def double(x):
    return 2 * x
# %%
while True:
    pass

# %% cell=total
total = sum(range(101))
