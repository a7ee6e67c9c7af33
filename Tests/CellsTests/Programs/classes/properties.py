class Circle:
    def __init__(self, r):
        self._r = r

    @property
    def r(self):
        return self._r

    @r.setter
    def r(self, value):
        if value < 0:
            raise ValueError("negative radius")
        self._r = value

    @property
    def area(self):
        return round(3.14159 * self._r ** 2, 2)

c = Circle(2)
print(c.r, c.area)
c.r = 3
print(c.area)
for bad in (lambda: setattr(c, "r", -1), lambda: setattr(c, "area", 1)):
    try:
        bad()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
