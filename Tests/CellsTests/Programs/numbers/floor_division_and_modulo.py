for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (0, 5)]:
    print(a // b, a % b, divmod(a, b))
for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (1.0, 0.1), (-0.0, 3)]:
    print(a // b, a % b, divmod(a, b))
print(5 % 3.5, 1e20 % 7, -1e-20 % 1)
print(3 % float("inf"), -3 % float("inf"))
