d = {"a": 1, "b": 2}
keys = d.keys()
print(keys, d.values(), d.items())
d["c"] = 3
print(keys, len(keys), "c" in keys, ("a", 1) in d.items(), 3 in d.values())
print(sorted(d, reverse=True), max(d, key=d.get), sum(d.values()), d == {"c": 3, "b": 2, "a": 1})
print(list(reversed(d)), d.keys() == {"a", "b", "c"})
