"""What IPython shows as the value of a cell: `IPython.lib.pretty` of the cell's last expression.

Needs IPython 8.18 besides NumPy. Addresses are written as 0xADDRESS.
"""

import ast
import os
import random
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden
from IPython.lib.pretty import pretty

CELLS = r'''
1
None
'text'
'two\nlines'
['two\nlines', "it's"]
(1,)
()
[]
{}
set()
frozenset()
{3, 1, 2}
frozenset({'b', 'a'})
{1, 'a', 2.5}
{(1, 2), (1, 1)}
{None, 1}
[True, False, None, ..., NotImplemented]
int
[int, str, list]
type(None)
len
print
[len, abs, max]
sorted
range(3)
slice(1, None)
b'bytes'
list(range(100))
list(range(1000))
list(range(1001))
tuple(range(1500))
set(range(1200))
{i: i * i for i in range(30)}
{i: i for i in range(1002)}
{'a': 1, 'b': [1, 2, 3]}
{'key %d' % i: list(range(i)) for i in range(12)}
[['a' * 30, 'b' * 30], ['c' * 30]]
[['a' * 70, 'b' * 30], ['c' * 90], 'd']
['a' * 76]
['a' * 77]
['a' * 38, 'b' * 33]
['a' * 38, 'b' * 34]
['a' * 38, 'b' * 35]
('a' * 100, 'b')
{'a' * 80: 'b' * 80}
{'a' * 40: ['b' * 40, 'c' * 40]}
x = [1]; x.append(x); x
x = {'a': 1}; x['x'] = x; x
x = [(1, 2)]; x.append((x, x)); x
class A: pass##A
class A: pass##A()
class A: pass##[A(), A(), A(), A()]
class A: pass##{'a': A(), 1: (A(),)}
class A:##    def __repr__(self): return 'A()'##[A()] * 30
class A:##    def __repr__(self): return 'first\n  second'##A()
class A:##    def __repr__(self): return 'first\n  second\n'##[A(), [A()], {'key': A()}]
class A:##    def __repr__(self): return ''##A()
class A:##    class B: pass##[A.B, A.B()]
class A:##    def f(self): pass##A.f
class A:##    def f(self): pass##A().f
class A:##    def __str__(self): return 'x'##A()
def f(): pass##f
def f(x, y=1, *a, z, w=[2, 'a'], **k): pass##f
def f(x, /, y, *, z=None): pass##[f, f]
def f():##    def g(a): pass##    return g##f()
lambda x: x
(lambda x, y='b': x, 1)
(i for i in range(3))
zip([1], [2])
iter([1])
map(len, [])
[enumerate([]), filter(None, [])]
property(len)
ValueError('x')
ValueError('x', 2, ['a' * 50, 'b' * 50])
KeyError
[KeyError('a'), IndexError()]
class E(Exception): pass##[E, E('a' * 60, 'b' * 60)]
class E(Exception):##    def __repr__(self): return 'mine'##E()
Exception(*['a' * 30] * 4)
import math##[math.pi, math.e]
import numpy as np##np.arange(3)
import numpy as np##[np.zeros((2, 3)), np.ones(2)]
import numpy as np##{'W': np.zeros((2, 2)), 'b': np.zeros((3, 1))}
import numpy as np##(np.arange(30.) / 7, np.eye(2))
import numpy as np##[np.float64(1.5), np.float32(2.5), np.int64(3), np.bool_(True)]
import numpy as np##{np.float64(2), np.float64(1)}
import numpy as np##[np.float64, np.ndarray, np.dtype('float32'), np.uint8]
import numpy as np##np.exp
import numpy as np##np.random.rand(0, 3)
import numpy as np##[(np.arange(4).reshape(2, 2), 'a' * 60), {'k': [np.eye(3)]}]
from collections import *##OrderedDict()
from collections import *##OrderedDict([('a', 1), ('b', [1, 2])])
from collections import *##OrderedDict((i, 'v' * i) for i in range(20))
from collections import *##defaultdict(int)
from collections import *##defaultdict(list, {'a': [1, 2], 'b': ['x' * 60, 'y' * 30]})
from collections import *##defaultdict(None, a=1)
from collections import *##Counter('mississippi')
from collections import *##Counter()
from collections import *##Counter({i: 20 - i for i in range(20)})
from collections import *##deque()
from collections import *##deque(range(40))
from collections import *##deque([1, 2], maxlen=3)
from collections import *##deque(range(30), 30)
from collections import *##[deque([1]), deque([2])]
from collections import *##x = deque(); x.append(x); x
from collections import *##d = defaultdict(list); d['a'].append(d); d
from collections import *##o = OrderedDict(); o['o'] = o; o
from collections import *##P = namedtuple('P', 'x y'); P(1, 2)
from collections import *##P = namedtuple('P', 'x y'); [P(1, 'a' * 40), P([1] * 20, 2)]
from collections import *##[OrderedDict, Counter, deque, defaultdict]
{'a': 1}.keys()
{'a': 1}.items()
[{'a': 'x' * 50, 'b': {'c': 'y' * 50}}, {1: {2: {3: 'z' * 70}}}]
[[[[['a' * 20] * 5]]] * 2]
((('a' * 40, ), ('b' * 40, )), )
'''


def random_value(depth):
    kind = random.randrange(10 if depth else 3)
    if kind == 0:
        return repr(random.choice([1, -20, 123456789, 2.5, 1e-10, True, None]))
    if kind == 1:
        return repr("abcdefghij klmnopqrst"[: random.randrange(21)] * random.randrange(1, 4))
    if kind == 2:
        return repr(random.randrange(10 ** random.randrange(1, 18)))
    items = [random_value(depth - 1) for _ in range(random.randrange(8))]
    keys = [repr("key" * random.randrange(1, 6) + str(i)) for i in range(len(items))]
    if kind in (3, 4):
        return f"[{', '.join(items)}]"
    if kind == 5:
        return "(" + "".join(f"{item}, " for item in items) + ")"
    if kind in (6, 7):
        return "{" + ", ".join(f"{k}: {v}" for k, v in zip(keys, items)) + "}"
    if kind == 8:
        return "{" + ", ".join(keys) + "}" if keys else "set()"
    pairs = ", ".join(f"({k}, {v})" for k, v in zip(keys, items))
    return random.choice(["OrderedDict([%s])", "deque([%s])", "defaultdict(list, [%s])", "frozenset(dict([%s]))"]) % pairs


def value_of(code):
    tree = ast.parse(code)
    last = tree.body.pop()
    namespace = {"__name__": "__main__"}
    exec(compile(tree, "cell", "exec"), namespace)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), namespace)


random.seed(3)
cells = [line.replace("##", "\n") for line in CELLS.strip().split("\n")]
cells += ["from collections import *\n[%s, %s]" % (random_value(4), random_value(3)) for _ in range(150)]
with Golden(__file__, "pretty.txt") as golden:
    for cell in cells:
        golden.case(cell, re.sub(r"\b0x[0-9a-f]+", "0xADDRESS", pretty(value_of(cell))))
