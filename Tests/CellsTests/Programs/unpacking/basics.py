a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = [3, 4], "x"
[f, g] = (5, 6)
h, = [7]
print(c, d, e, f, g, h)
x = y = [0]
x.append(1)
print(y)
i, j, k = "abc"
print(i, j, k)
for (p, (q, r)) in [(1, (2, 3))]:
    print(p, q, r)
