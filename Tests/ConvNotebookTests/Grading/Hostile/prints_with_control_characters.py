# passes: none
# verdicts: shown=fail
# %% cell=shown
print("sum 0\rsum 5050")
print("\x1b[2Jsum 5050\x1b[8m")
