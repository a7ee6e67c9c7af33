class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

class Pairs:
    def __iter__(self):
        yield "a", 1
        yield "b", 2

print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3))
print(dict(Pairs()), [k for k, v in Pairs()])
a, b = Pairs()
print(a, b)
