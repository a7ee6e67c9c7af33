d = {}
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o):
        d.get(3)
        return self.n == o.n
d[K(1)] = 1
d[K(2)] = 2
d.setdefault(K(3), 3)
d.update({K(4): 4})
d.pop(K(1))
del d[K(2)]
print(len(d), sorted(k.n for k in d))
