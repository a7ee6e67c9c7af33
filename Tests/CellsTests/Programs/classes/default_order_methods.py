class Box:
    def __init__(self, v):
        self.v = v

    def __le__(self, o):
        return self.v <= o.v

    def __gt__(self, o):
        return self.v > o.v

    def __radd__(self, o):
        return o + self.v

    def __int__(self):
        return int(self.v)

    def __float__(self):
        return float(self.v)

    def __index__(self):
        return self.v

a, b = Box(2), Box(5)
print(a <= b, a >= b, a > b, a < b, a == b, a != b, a == a)
print(10 + a, sum([a, b]), int(a), float(b), [0, 1, 2, 3][a], range(b))
