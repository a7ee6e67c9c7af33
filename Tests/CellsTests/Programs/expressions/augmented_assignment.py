a = 10
a += 5
print(a)
a -= 3; a *= 2; a //= 5; print(a)
a **= 3; a %= 50; print(a)
a /= 4; print(a)
b = 6
b <<= 2; b |= 1; b &= 29; b ^= 7; b >>= 1
print(b)
s = "ab"
s += "c"; s *= 2
print(s)
