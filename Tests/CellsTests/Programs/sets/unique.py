values = [3, 1, 3, 2, 1]
print(len(set(values)), sorted(set(values)), {v % 3 for v in range(10)})
seen, out = set(), []
for v in values:
    if v not in seen:
        seen.add(v)
        out.append(v)
print(out, frozenset([1, 2]), frozenset([1]) == {1})
print(sorted(set("hello")), len({(1, 2), (1, 2), (2, 1)}))
