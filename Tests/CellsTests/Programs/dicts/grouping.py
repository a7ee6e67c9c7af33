words = ["conv", "pool", "pad", "mean", "max", "step"]
groups = {}
for w in words:
    groups.setdefault(len(w), []).append(w)
print(groups)
inverse = {v: k for k, v in {"a": 1, "b": 2}.items()}
print(inverse, {k: v for k, v in sorted(groups.items())})
