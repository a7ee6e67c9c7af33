class P:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"P({self.x!r})"

class Q(P):
    def __str__(self):
        return f"<{self.x}>"

p, q = P("a"), Q("b")
print(p, q, [p, q], (q,), {"k": q})
print(str(p), repr(q), f"{q} {q!r} {p!s}", "%s %r" % (q, q), "{}".format(p))
