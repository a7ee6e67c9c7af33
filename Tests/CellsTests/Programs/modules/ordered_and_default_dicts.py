from collections import OrderedDict, defaultdict

def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, '|', e)
d = OrderedDict([('a', 1), ('b', 2)])
d['c'] = 3
d.move_to_end('a')
print(d, d == {'a': 1, 'b': 2, 'c': 3}, list(d), d.popitem(last=False))
print(OrderedDict())
dd = defaultdict(list)
dd['x'].append(1)
dd['y']
print(dd, dict(dd), dd.default_factory, 'z' in dd, dd.get('q'))
print(defaultdict(int, {'a': 1}), defaultdict(lambda: 0)['k'])
attempt(lambda: defaultdict(5))
attempt(lambda: defaultdict()['a'])
