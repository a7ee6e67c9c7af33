class Layer:
    def __init__(self, name, size=1):
        self.name = name
        self.size = size

    def grow(self, by):
        self.size += by
        return self

a, b = Layer("conv"), Layer("pool", size=4)
a.grow(2).grow(3)
print(a.name, a.size, b.name, b.size, type(a).__name__, type(a) == Layer, isinstance(a, Layer))
a.extra = [1]
print(a.extra, hasattr(a, "extra"), hasattr(b, "extra"), a.__dict__)
del a.extra
print(hasattr(a, "extra"))
