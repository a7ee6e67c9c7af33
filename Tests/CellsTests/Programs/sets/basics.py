s = {3, 1, 2, 1}
print(len(s), s, 1 in s, set(), {5}, set([2, 2]), type({}))
s.add(4); s.discard(9); s.remove(1)
print(sorted(s), s == {2, 3, 4}, bool(set()))
