d = {}
on = False
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o):
        global on
        if on:
            on = False
            for i in range(50): d[i * 8 + 1] = i
        return self.n == o.n if isinstance(o, K) else False
d[K(1)] = 1
on = True
d[K(2)] = 2
print(len(d))
on = True
d[K(2)] = 3
print(len(d), d[K(2)])
e = {}
class C:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o):
        e.clear()
        return False
e[C(1)] = 1
e[C(2)] = 2
print(len(e))
