s = set()
class E:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o):
        s.add(5)
        return isinstance(o, E) and self.n == o.n
s.add(E(1)); s.add(E(2)); s.discard(E(1))
s |= {E(7), E(8)}
s.update([E(9)])
s -= {E(9)}
s.difference_update([E(8)])
print(len(s), 5 in s, sorted(e.n for e in s if isinstance(e, E)))
