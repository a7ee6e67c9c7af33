print(sum(x * x for x in range(5)), max(len(w) for w in ["a", "bbb"]), any(x > 3 for x in [1, 5]), all(x for x in []))
g = (x for x in range(3))
print(list(g), list(g))
print(sorted((-x for x in [1, 3, 2])), ",".join(str(x) for x in range(3)), dict((k, 0) for k in "ab"), tuple(x for x in "hi"))
n = 2
g = (x * n for x in [1, 2])
n = 10
print(list(g))
