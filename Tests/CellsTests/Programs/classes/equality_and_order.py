class Version:
    def __init__(self, major, minor):
        self.key = (major, minor)

    def __eq__(self, other):
        return isinstance(other, Version) and self.key == other.key

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return "v%d.%d" % self.key

a, b, c = Version(1, 2), Version(1, 10), Version(1, 2)
print(a == c, a != c, a == b, a == 5, a < b, b > a)
print(sorted([b, a]), min(b, a), max([a, b]), a in [c], [a] == [c], [b, a].index(c))
