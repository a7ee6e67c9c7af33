params = {"layer1": {"W": [1, 2], "b": 0}, "layer2": {"W": [3], "b": 1}}
params["layer1"]["W"].append(9)
for name, p in params.items():
    print(name, p["W"], p["b"])
total = sum(len(p["W"]) for p in params.values())
print(total, params)
