class Pos:

    def __set_name__(self, owner, name):
        self.n = '_' + name
        print('named', name, owner.__name__)

    def __get__(self, o, t=None):
        return getattr(o, self.n)

    def __set__(self, o, v):
        if v < 0:
            raise ValueError('neg')
        setattr(o, self.n, v)

class Q:
    w = Pos()

    def __init__(self, w):
        self.w = w
q = Q(3)
print(q.w, q.__dict__)
q.w = 8
print(q.w)
try:
    q.w = -1
except ValueError as e:
    print(e)

class Base:
    registry = []

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append(cls.__name__)

class S1(Base):
    pass

class S2(S1):
    pass
print(Base.registry)
