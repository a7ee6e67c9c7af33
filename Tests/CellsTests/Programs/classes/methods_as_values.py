class A:
    def __init__(self, v):
        self.v = v

    def get(self, plus=0):
        return self.v + plus

a = A(5)
m = a.get
print(m(), m(2), A.get(a), A.get(a, plus=3), list(map(A.get, [A(1), A(2)])))
a.v = 7
print(m())
a.get = lambda: "shadow"
print(a.get())
