# Numbers where the loop's own arithmetic ends and the general one begins.
import numpy as np
m = 2 ** 63 - 1
print(m + 1, -m - 2, m * m, -m - 1 - 1, (m + 1) - 1)
x = m
x += 1
x -= 1
x *= 2
print(x)
for a in [7, -7, 0, 5, -5, 2 ** 62, -(2 ** 63)]:
    for b in [1, 2, 3, 4, 8, -1, -2, -3, -8, 2 ** 40]:
        print(a // b, a % b, end=" ")
    print()
print(-(2 ** 63) // -1, -(2 ** 63) % -1)
for a in [1.5, -1.5, 0.0, -0.0, float("inf"), float("nan")]:
    for b in [2, -2, 0.5, -0.5]:
        print(a + b, a - b, b - a, a * b, a / b, a // b, a % b, end=" ")
    print()
print(1 / 3, 10 / 4, (2 ** 60) / 3, (2 ** 53 + 1) / 1, 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53))
print(True + True, True * 2.5, True / 2, True // 1, False % 3)
nan = float("nan")
print([nan < 1, nan > 1, nan == nan, nan != nan, nan <= nan, 1 >= nan, 1 < 2.5, 3 == 3.0, 3 != 3.0])
for op in ["n", "e"]:
    k = 0
    while nan != nan if op == "n" else nan == nan:
        k += 1
        if k > 3:
            break
    print(op, k)
for bad in [lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 1 + "a"]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
f = np.float64(1.5)
for r in [f + 1, 1 + f, f * 2.0, 2.0 - f, f / 4, f // 1, f % 1, f == 1.5, f < 2, f + True]:
    print(r, type(r).__name__)
with np.errstate(all="ignore"):
    print(f / 0, np.float64(1e308) * 10, np.float64(0) / 0.0, np.float64(np.inf) - np.inf)
i = np.int64(7)
print(i + 1, i / 2, i * 1.5, type(i + 1).__name__, type(i * 1.5).__name__)
if f < 2 and not f > 2 and f != 3 and 1 < f:
    print("in order")
