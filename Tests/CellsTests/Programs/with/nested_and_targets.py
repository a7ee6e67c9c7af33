class Open:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *details):
        print("close", self.value, details[0] is None)

with Open((1, 2)) as (a, b):
    print(a + b)
with Open(1) as x:
    with Open(2) as y:
        print(x, y)
with (
    Open("p") as p,
    Open("q") as q,
):
    print(p, q)
d = {}
with Open(5) as d["k"]:
    pass
print(d)
