seconds = 98765
minutes, s = divmod(seconds, 60)
hours, m = divmod(minutes, 60)
print(hours, m, s)
print(f"{hours:02d}:{m:02d}:{s:02d}")
n, base, digits = 2024, 7, []
while n:
    n, r = divmod(n, base)
    digits.append(r)
print(digits[::-1])
