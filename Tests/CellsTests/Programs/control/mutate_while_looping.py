a = [1, 2, 3, 4]
for v in a:
    if v == 2:
        a.remove(v)
    print(v, end=" ")
print(a)
b = [1]
for v in b:
    if v < 5:
        b.append(v + 1)
print(b)
for i in range(3):
    i = 10
    print(i, end=",")
print()
