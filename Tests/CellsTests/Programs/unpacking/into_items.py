a = [0, 0, 0]
a[0], a[2] = 7, 9
print(a)
d = {}
d["x"], (d["y"], *d["rest"]) = 1, (2, 3, 4)
print(d)
i = 0
i, a[i] = 2, "set"
print(i, a)
class P: pass
p = P()
p.x, p.y = 3, 4
print(p.x, p.y)
a[0], a[1] = a[1], a[0]
print(a)
