class Temperature:
    unit = "C"

    def __init__(self, degrees):
        self.degrees = degrees

    @classmethod
    def from_fahrenheit(cls, f):
        return cls(round((f - 32) * 5 / 9, 1))

    @staticmethod
    def valid(d):
        return d > -273.15

class Reading(Temperature):
    unit = "reading"

t = Reading.from_fahrenheit(212)
print(type(t).__name__, t.degrees, t.unit, Temperature.valid(-300), t.valid(20))
