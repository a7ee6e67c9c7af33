print(True + True, True * 10, True / 2, False - 1, True ** 2, True // 1)
print(sum([True, False, True]), [10, 20][True], "ab" * True)
print(True == 1, isinstance(True, int), type(True + 0))
print(-True, ~True, abs(True), max(True, 0), True < 2)
count = 0
for v in [3, 0, 5]:
    count += v > 1
print(count)
