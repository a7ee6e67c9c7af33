class Metres:
    def __init__(self, value):
        self.value = value

    def __format__(self, spec):
        return format(self.value, spec or ".1f") + " m"

    def __str__(self):
        return "str!"

m = Metres(3.14159)
print(f"{m} {m:.3f} {m!s}", "{:.0f}".format(m), "%s" % m)
