class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __contains__(self, v):
        return v in self.items

bag = Bag(5, 6, 7)
bag[0] = 50
del bag[1]
print(len(bag), bag[0], bag[-1], bag[:1], 7 in bag, 6 in bag, list(bag), bool(Bag()), bool(bag))
for v in bag:
    print(v)
print(sum(bag), max(bag), sorted(bag), [*bag], list(reversed(bag)))
