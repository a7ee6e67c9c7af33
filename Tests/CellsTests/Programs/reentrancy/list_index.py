class I:
    def __init__(self, act, n): self.act, self.n = act, n
    def __index__(self):
        self.act()
        return self.n
def attempt(f):
    try: print(f())
    except Exception as err: print(type(err).__name__, err)
x = [1, 2, 3]
attempt(lambda: x[I(x.clear, 2)])
x = [1, 2, 3]
attempt(lambda: x[I(lambda: x.extend([4, 5]), 4)])
x = [1, 2, 3]
attempt(lambda: x.__setitem__(I(x.clear, 1), 9))
x = [1, 2, 3]
attempt(lambda: x[I(x.clear, 0):2])
x = [1, 2, 3]
attempt(lambda: x[0:I(lambda: x.extend([4, 5]), 5)])
x = [1, 2, 3]
def put():
    x[I(x.clear, 1):3] = [7, 8, 9]
    return x
attempt(put)
x = [1, 2, 3]
def drop():
    del x[I(x.clear, 1)]
    return x
attempt(drop)
x = [1, 2, 3]
attempt(lambda: x.pop(I(x.clear, 1)))
x = [1, 2, 3]
attempt(lambda: (x.insert(I(x.clear, 2), 0), x))
