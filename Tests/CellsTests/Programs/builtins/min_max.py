print(min(3, 1, 2), max([4, 9]), min("hello"), max("a", "b"), min([1.0, 1]), max({"a": 5, "b": 3}))
print(max(["aa", "b"], key=len), min([], default="none"), max([(1, "b"), (1, "a")]), min(-1, 0.5), max([], default=0, key=abs))
print(max(range(5), key=lambda v: -abs(v - 2)), min({3: "x", 1: "y"}))
