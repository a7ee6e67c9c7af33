def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)

def gen():
    try:
        x = (yield 1)
        print('got', x)
        y = (yield 2)
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally:
        print('fin')
    return 'ret'
g = gen()
print(next(g), g.send('hi'), g.throw(ValueError('boo')))
attempt(lambda: next(g))
attempt(lambda: next(g))
g = gen()
next(g)
g.close()
attempt(lambda: g.send(1))

def g3():
    yield 1
    return 5
g = g3()
next(g)
try:
    g.send(None)
except StopIteration as s:
    print(s.value)
