# passes: shown
# %% cell=shown
print("sum 5050")
