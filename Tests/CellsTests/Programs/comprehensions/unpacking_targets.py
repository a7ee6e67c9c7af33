pairs = {"a": (1, 2), "b": (3, 4)}
print([k + str(p + q) for k, (p, q) in pairs.items()])
print([first for first, *rest in [(1, 2, 3), (4,)]], [i * v for i, v in enumerate([5, 6, 7])])
print({name: value for name, value in zip(["p", "q"], [1, 2])})
