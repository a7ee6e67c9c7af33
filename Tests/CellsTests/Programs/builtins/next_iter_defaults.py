print(next(iter([]), "none"), next(iter({"k": 1})), next(iter("z")))
it = iter(range(3))
for v in it:
    print(v, next(it, "end"))
