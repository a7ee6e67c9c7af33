class Key:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __hash__(self):
        return hash(self.v)

d = {Key(1): "one"}
d[Key(1)] = "uno"
print(len(d), d[Key(1)], Key(2) in d, len({Key(3), Key(3), Key(4)}))
