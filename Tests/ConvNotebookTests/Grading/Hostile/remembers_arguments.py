# passes: none
# verdicts: double=fail
# %% cell=double
seen = []
def double(x):
    seen.append(x)
    seen[0] = x
    return seen[-2] * 2 if len(seen) > 1 else 0
