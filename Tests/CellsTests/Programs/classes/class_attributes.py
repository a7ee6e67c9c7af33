class Counter:
    made = 0
    names = []

    def __init__(self, name):
        Counter.made += 1
        self.names.append(name)

a, b = Counter("a"), Counter("b")
print(Counter.made, a.made, a.names, b.names is a.names)
a.made = 10
print(a.made, b.made, Counter.made)
Counter.shared = "x"
print(b.shared)
