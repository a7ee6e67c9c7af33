class C1:

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

    def __contains__(self, v):
        return v == 99

    def __call__(self, *a, **k):
        return (a, k)

    def __bool__(self):
        return False

    def __iter__(self):
        return iter([1, 2])

    def __abs__(self):
        return 'abs'

    def __round__(self, n=None):
        return ('r', n)

    def __divmod__(self, o):
        return ('dm', o)

    def __reversed__(self):
        return 'rev'

    def __format__(self, s):
        return 'F' + s

    def __hash__(self):
        return 5

    def __index__(self):
        return 2

    def __dir__(self):
        return ['zz']
c = C1()
print(len(c), c[1], 99 in c, 5 in c, c(1, k=2), bool(c), list(c), abs(c), round(c), round(c, 1), divmod(c, 3), reversed(c), format(c, 'x'), f'{c:>3}', hash(c), [1, 2, 3][c], hex(c), callable(c), list(map(str, c)))

class D1:

    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return i
print(list(D1()), list(reversed(D1())), 1 in D1(), max(D1()), sorted(D1(), reverse=True))
