import copy
from collections import namedtuple, defaultdict
P = namedtuple('P', 'x y')
a = [1, [2, 3], {'k': [4]}]
b = copy.copy(a)
c2 = copy.deepcopy(a)
a[1].append(9)
a[2]['k'].append(8)
print(a, b, c2)

class N:

    def __init__(self):
        self.l = [1]
        self.me = self
n = N()
m = copy.deepcopy(n)
n.l.append(2)
print(m.l, m.me is m, m is not n, copy.copy(n).l is n.l)
s = [1]
t2 = [s, s]
u = copy.deepcopy(t2)
print(u[0] is u[1], u == t2, copy.deepcopy((1, (2, 3))), copy.deepcopy(P(1, 2)), copy.copy(defaultdict(list, a=[1])), copy.deepcopy({1, 2}))
