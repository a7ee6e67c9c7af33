class Block:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow

with Block("a") as a, Block("b"):
    print("in", a.name)
with Block("c", swallow=True):
    raise ValueError("gone")
try:
    with Block("d"):
        1 / 0
except ZeroDivisionError as e:
    print("outside", e)
