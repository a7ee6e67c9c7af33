def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)
from abc import ABC, abstractmethod

class Sh(ABC):

    @abstractmethod
    def area(self):
        pass

    @property
    @abstractmethod
    def nm(self):
        pass
attempt(lambda: Sh())

class Sq(Sh):
    nm = 'sq'

    def area(self):
        return 4
print(Sq().area(), isinstance(Sq(), Sh))
