class V:
    def __init__(self, n, act=None): self.n, self.act = n, act
    def __eq__(self, o):
        if self.act: self.act()
        return self.n == getattr(o, 'n', o)
    def __repr__(self): return f"V{self.n}"
def attempt(f):
    try: print(f())
    except Exception as err: print(type(err).__name__, err)
x = [1, 2, 3]; x.append(V(9, lambda: x.clear()))
attempt(lambda: (x.remove(9), x))
x = [1, 2, 3]; x.insert(0, V(9, lambda: x.clear()))
attempt(lambda: (x.index(3), x))
x = [1, 2, 3]; x.insert(0, V(9, lambda: x.clear()))
attempt(lambda: (x.count(3), x))
x = [1, 2, 3]; x.insert(0, V(9, lambda: x.clear()))
attempt(lambda: (3 in x, x))
a = [V(1), 2, 3]; b = [V(1, lambda: b.clear()), 2, 3]
attempt(lambda: b == a)
x = [3, 1, 2]
attempt(lambda: x.sort(key=lambda v: (x.append(9), v)[1]))
x = [3, 1, 2]
attempt(lambda: sorted(x, key=lambda v: (x.append(9), v)[1]))
x = [1, 2, 3]
for v in x:
    if v < 3: x.append(v + 10)
    if len(x) > 8: x.clear()
print(x)
x = [1, 2]
x.extend(v for v in x if len(x) < 6)
print(x)
x = [1, 2]
x += x
x[1:1] = x
print(x)
