hparameters = {"pad": 1}
print(hparameters["pad"])
print(hparameters["stride"])
