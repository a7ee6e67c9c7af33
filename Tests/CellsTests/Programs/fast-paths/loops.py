# Loops ask for the next round at their end.
for i in range(5):
    if i == 1:
        continue
    if i == 4:
        break
    print(i, end=" ")
else:
    print("never")
print(i)
for i in range(0):
    print("never")
else:
    print("empty")
for i in range(10, 0, -3):
    i += 100
    print(i, end=" ")
print(i)
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    if a == 1:
        continue
    print(a, b, c)
k = 0
while k < 10 and not k == 7 or k < 3:
    k += 1
    if k % 2:
        continue
    print(k, end=" ")
else:
    print("end", k)
while True:
    k -= 1
    if k < 0:
        break
print(k)
grown = [1]
for g in grown:
    if len(grown) < 6:
        grown.append(g * 2)
print(grown)
shrunk = [1, 2, 3, 4, 5]
for s in shrunk:
    shrunk.pop()
print(shrunk, s)
print([(x, y) for x in range(4) if x % 2 for y in range(x) if y != 1])
print({x: [y for y in range(x)] for x in range(3)}, sorted({x % 3 for x in range(9)}))
x = [0, 1, 2]
for x[1] in range(3):
    print(x, end=" ")
print()


def early(n):
    for i in range(n):
        for j in range(n):
            try:
                if j == 2:
                    continue
                if i == 2:
                    return i, j
            finally:
                n += 0
    return None


print(early(5), early(2))


def changed():
    x = 1
    try:
        return x
    finally:
        x = 2


print(changed())


def walrus(values):
    it = iter(values)
    while (v := next(it, None)) is not None:
        print(v, end=" ")
    print(v)


walrus([3, 0, 5])


def none_left():
    for q in []:
        pass
    return q


try:
    none_left()
except UnboundLocalError as error:
    print(error)


def late(flag):
    while flag:
        value = 1
        flag = False
    return value


print(late(True))
try:
    late(False)
except UnboundLocalError as error:
    print(error)
d = {1: 2, 3: 4}
try:
    for key in d:
        d[key + 100] = 0
except RuntimeError as error:
    print(error)
