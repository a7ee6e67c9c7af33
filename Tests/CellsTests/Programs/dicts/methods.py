d = {"a": 1}
print(d.setdefault("a", 5), d.setdefault("b", 6), d)
d.update({"c": 3}); d.update(e=5, f=6); d.update([("g", 7)])
print(d, d.popitem(), len(d))
c = d.copy(); c["a"] = 100
print(d["a"], c["a"], dict.fromkeys("xy", 0), dict.fromkeys([1]))
d.clear(); print(d, bool(d))
