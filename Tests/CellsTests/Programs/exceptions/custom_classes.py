class ShapeError(ValueError):
    pass

class LayerError(Exception):
    def __init__(self, layer, message):
        super().__init__(message)
        self.layer = layer

    def __str__(self):
        return f"[{self.layer}] {self.args[0]}"

try:
    raise ShapeError("bad shape")
except ValueError as e:
    print(type(e).__name__, e, isinstance(e, ShapeError))
try:
    raise LayerError("conv1", "exploded")
except Exception as e:
    print(e, repr(e), e.layer)
print(issubclass(ShapeError, Exception), LayerError.__mro__[1].__name__)
