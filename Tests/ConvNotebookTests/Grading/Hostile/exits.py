# passes: total
# verdicts: double=error
# %% cell=double
import sys
def double(x):
    sys.exit(0)
# %%
exit()
# %%
raise SystemExit
# %%
raise KeyboardInterrupt

# %% cell=total
total = sum(range(101))
