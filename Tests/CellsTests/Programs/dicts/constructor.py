print(dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"k": "v"}, z=0), dict(zip("ab", [1, 2])))
a = {"p": 1, "q": 2}
print({**a, "q": 3}, {"q": 0, **a}, a | {"r": 4}, {} == dict())
a |= {"p": 9}
print(a)
