t = (1, 2, 3)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, 2 in t, t.index(3), t.count(1))
print((), (1,), (1, (2,), "x"), 1, tuple([1, 2]), tuple("ab"), tuple())
a = 1, 2
print(a, type(a), (1) == 1, (1, 2) == a, (1, 2) < (1, 3), max((3, 1), (2, 9)))
