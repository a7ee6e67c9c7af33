t = ([1], 2)
t[0].append(3)
print(t)
u = t
t += (4,)
print(t, u)
print(hash((1, 2)) == hash((1, 2)), (1, 2) is None)
