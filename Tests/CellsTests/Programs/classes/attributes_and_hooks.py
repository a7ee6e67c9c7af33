def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)

class A:
    """doc of A"""
    count = 0

    def __init__(self, x=1):
        self.x = x
        A.count += 1

    def f(self):
        return 'A.f'

    @property
    def prop(self):
        """pdoc"""
        return self.x * 2

    @prop.setter
    def prop(self, v):
        self.x = v // 2

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def st(a):
        return a + 1

    def __setattr__(self, n, v):
        object.__setattr__(self, n, v)

class B(A):

    def __init__(self, x):
        super().__init__(x)
        self.y = 5

    def f(self):
        return 'B.f+' + super().f()

    @classmethod
    def make(cls, x):
        return super().make(x + 1)

    def __repr__(self):
        return f'B({self.x})'
b = B.make(3)
print(b, b.f(), b.prop, b.y, B.st(1), b.st(2))
b.prop = 10
print(b.x, b.__dict__, vars(b), B.__mro__, B.__bases__, A.__doc__, B.__doc__, A.prop.__doc__, B.__name__, B.__qualname__, B.__module__, type(b).__name__, A.count)

def setro():

    class R:

        @property
        def z(self):
            return 1
    R().z = 2
attempt(setro)
b.__dict__['q'] = 7
b.__dict__.update(r=8, y=6)
print(b.q, b.r, b.y, list(b.__dict__))
print(isinstance(b, A), issubclass(B, A), isinstance(B, type), hasattr(b, 'nope'), getattr(b, 'nope', 3), [n for n in dir(b) if not n.startswith('_')])
print(b.__class__ is B, b.__eq__(b), b.__eq__(3), b == 3, b != 3, b.__ne__(b), hash(b) == hash(b), A.f(b), super(B, b).f())

class S:
    _i = None

    def __new__(cls, *a):
        if cls._i is None:
            cls._i = super().__new__(cls)
        return cls._i

    def __init__(self, v):
        self.v = v
s1, s2 = (S(1), S(2))
print(s1 is s2, s1.v)
