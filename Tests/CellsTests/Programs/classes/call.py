class Scale:
    def __init__(self, k):
        self.k = k
        self.calls = 0

    def __call__(self, x, plus=0):
        self.calls += 1
        return self.k * x + plus

double = Scale(2)
print(double(4), double(4, plus=1), list(map(double, [1, 2])), double.calls, callable(double), callable(object()))
