d = {"pad": 1, "stride": 2}
print(d, d["pad"], d.get("f"), d.get("f", 3), len(d), "pad" in d, 1 in d)
d["f"] = 3
d["pad"] += 1
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
del d["pad"]
print(d, d.pop("f"), d.pop("f", None), d)
