def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)

class E1(ValueError):

    def __init__(self, msg, code=5):
        super().__init__(msg)
        self.code = code

    def __str__(self):
        return f'<{super().__str__()}:{self.code}>'
try:
    raise E1('bad', code=7)
except ValueError as e:
    print(e, repr(e), e.args, e.code, type(e), e.__cause__, e.__context__, e.__traceback__ is not None or True, isinstance(e, E1))
e = Exception('a', 2)
print(e, repr(e), e.args)
e.args = (9,)
print(e, str(Exception()), repr(KeyError('k')), str(KeyError('k')), e.with_traceback(None) is e)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise KeyError('x') from z
except KeyError as k:
    print(repr(k.__cause__), k.__suppress_context__, repr(k.__context__))

class Empty(Exception):
    pass
attempt(lambda: Empty(1, 2))
attempt(lambda: Empty(a=1))
print(repr(Empty()), str(Empty('m')))
