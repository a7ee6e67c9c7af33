# passes: total
# verdicts: double=error
# %% cell=double
def double(x):
    while True:
        print("x" * 10**5)

# %% cell=total
total = sum(range(101))
