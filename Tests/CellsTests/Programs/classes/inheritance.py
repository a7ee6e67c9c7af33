class Shape:
    sides = 0

    def area(self):
        return 0

    def describe(self):
        return f"{type(self).__name__}: {self.sides} sides, area {self.area()}"

class Square(Shape):
    sides = 4

    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a ** 2

class Unit(Square):
    def __init__(self):
        super().__init__(1)

    def describe(self):
        return "unit " + super().describe()

for s in (Shape(), Square(3), Unit()):
    print(s.describe())
print(isinstance(Unit(), Shape), issubclass(Unit, Square), issubclass(Square, Unit), Unit.__bases__[0].__name__)
print([c.__name__ for c in Unit.__mro__])
