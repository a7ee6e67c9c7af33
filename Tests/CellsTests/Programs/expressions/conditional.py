n = 7
print("odd" if n % 2 else "even")
print("neg" if n < 0 else "zero" if n == 0 else "pos")
values = [v if v > 0 else -v for v in (3, -4, 0)]
print(values)
print((1 if n else 2) + 10, 1 if n else 2 + 10)
