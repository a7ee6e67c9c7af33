# passes: none
# verdicts: shown=fail
# %% cell=shown
for number in range(5000, 5100):
    print("sum", number)
