d = {1: "int", "1": "str", 1.5: "float", (1, 2): "tuple", None: "none", True: "replaces 1"}
print(d)
print(d[1.0], d[True], d[None], d[1, 2], len(d))
d[1] = "again"
del d["1"]
d["1"] = "last"
print(list(d))
