a = [1, 2] + [3]
print(a, a * 2, 2 * [0], [] + [], [1] * 0)
b = a
b += [4]
print(a, b is a)
b = b + [5]
print(a, b)
a += (6, 7); a += "xy"
print(a)
