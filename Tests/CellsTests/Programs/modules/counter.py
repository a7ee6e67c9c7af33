from collections import Counter
c = Counter('abracadabra')
print(c, c.most_common(2), c['zz'], sum(c.values()), c.total(), sorted(c.elements())[:4])
c.update('aab')
print(c)
c.subtract('aaaaaaaaaa')
print(c)
print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2), Counter())
