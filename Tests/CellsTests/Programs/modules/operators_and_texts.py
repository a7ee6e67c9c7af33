import operator, string

class V:

    def __init__(self, v):
        self.v = v
print(operator.itemgetter(1)([5, 6]), operator.itemgetter(0, 2)('abc'), operator.attrgetter('v')(V(4)), sorted([(1, 'b'), (0, 'a')], key=operator.itemgetter(0)), operator.methodcaller('upper')('x'))
print(string.ascii_letters, string.digits, repr(string.punctuation), string.hexdigits, string.capwords('hello big world'))
