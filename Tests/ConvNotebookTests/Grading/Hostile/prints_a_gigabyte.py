# passes: total
# verdicts: double=missing
# %% cell=double
for _ in range(1000):
    print("y" * 10**6)

# %% 
def double_(x):
    return 2 * x

# %% cell=total
total = sum(range(101))
