s = {7}
t = s.copy()
print(s.pop(), s, t)
t.clear()
print(t, len(t), {1, 1.0, True}, {0} | {False})
