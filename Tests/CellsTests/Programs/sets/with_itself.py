# Nothing is merged then, so no room is made: the order stays.
s = {32, 25, 27, 9}
t = {32, 25, 27, 9}
print(s | s, s | t, s.union(s), s.union(t), s & s)
s |= s
print(s)
s.update(s)
print(s)
s.update(t)
print(s)
t &= t
print(t)
t -= t
print(t)
s ^= s
print(s)
