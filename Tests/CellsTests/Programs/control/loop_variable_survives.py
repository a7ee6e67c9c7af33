for k in range(3):
    pass
print(k)
for k in []:
    pass
print(k)
total = 0
for a, b in [(1, 2), (3, 4)]:
    total += a * b
print(a, b, total)
for x in "ab":
    x = x + "!"
    print(x)
