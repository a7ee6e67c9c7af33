# Elements, windows and stores of lists, tuples, dicts and arrays.
import numpy as np
l, t = [1, [2], "x"], (1, (2,), "x")
print(l[0], l[-1], l[-3], t[1], t[-2])
for bad in [lambda: l[3], lambda: l[-4], lambda: t[5], lambda: t["a"], lambda: l[1.0]]:
    try:
        bad()
    except (IndexError, TypeError) as error:
        print(error)
l[0] = l
l[0] = 5
l[-1] = None
l[True] = "true"
print(l)
try:
    l[7] = 1
except IndexError as error:
    print(error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
copy = l[:]
other = l
other[0] = "shared"
print(copy[0], l[0])
a = [[1, 2], [3, 4]]
a[0], a[1] = a[1], a[0]
a = a[0]
print(a)
d = {1: "int", "1": "text", 2.0: "float"}
print(d[1], d[True], d[2], d[1.0], d.get(3), d.get(1, 0), d.get(7, "none"), d.get("1"))
d[1] = "new"
d[True] = "newer"
d[9] = d.get(9, 0) + 1
d[9] = d.get(9, 0) + 1
print(d)
try:
    d[99]
except KeyError as error:
    print("KeyError", error)
for dtype in [np.float64, np.float32, np.int64, np.uint8, bool]:
    x = np.arange(12).reshape(3, 4).astype(dtype)
    print(repr(x[1, 2]), repr(x[-1, -1]), type(x[0, 0]).__name__, x[1], x[1, 1:3], x[::2, 1], x[-1, ::-1])
    x[1, 2] = 1
    x[0, 0] = True
    x[2, -1] = np.int64(3)
    x[1] = 0
    print(x.tolist())
x = np.arange(24.0).reshape(2, 3, 4)
for bad in [lambda: x[2, 0, 0], lambda: x[0, -4, 0], lambda: x[0, 0, 0, 0], lambda: x[0, 5], lambda: x[3], lambda: x[0, 1:2, 9]]:
    try:
        bad()
    except IndexError as error:
        print(error)
print(x[0, 1:9].shape, x[0, 2:1].shape, x[1, -2:, 1:-1].tolist(), x[:, 1, 5:7].shape, x[..., 1].tolist(), x[None, 0, 0].tolist())
v = x[1, 1:3, ::2]
v[0, 0] = -1.5
print(x[1, 1, 0], v.base is x.base or v.base is x, v.flags["OWNDATA"])
x[0, 0, 0] = 7
x[0, 0, 1] = 2 ** 60
x[0, 0, 2] = np.float32(0.1)
print(x[0, 0])
try:
    x[0, 0, 0] = "a"
except ValueError as error:
    print(error)
try:
    x[0, 0, 0] = [1, 2]
except Exception as error:
    print(type(error).__name__)
y = np.broadcast_to(x[0], (2, 3, 4))
try:
    y[0, 0, 0] = 1
except ValueError as error:
    print(error)
i = np.int64(1)
print(x[i, i, i], x[i, i:2].tolist(), x[np.uint8(1), 0, 0])
