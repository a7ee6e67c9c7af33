a, b = 0b1100, 0b1010
print(a & b, a | b, a ^ b, ~a, a << 2, a >> 2)
print(-1 >> 1, -8 >> 1, 1 << 70, -5 & 3)
print(True & False, True | False, True ^ True)
print(5 & 3 == 1, (5 & 3) == 1)
print(1 | 2 ^ 3 & 4 << 1)
