class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"V({self.x}, {self.y})"

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented

    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return V(-self.x, -self.y)

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __abs__(self):
        return (self @ self) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

a, b = V(3, 4), V(1, -1)
print(a + b, a - b, a * 2, 2 * a, -a, a @ b, abs(a), bool(V(0, 0)), not b)
c = a
c += b
print(c, a)
try:
    a + 1
except TypeError as e:
    print(e)
