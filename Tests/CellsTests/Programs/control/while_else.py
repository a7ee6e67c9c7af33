n = 5
while n > 0:
    n -= 2
else:
    print("ended", n)
while True:
    n += 1
    if n == 3:
        break
else:
    print("not printed")
print(n)
i = 0
while i < 6:
    i += 1
    if i % 2:
        continue
    print(i, end=" ")
print()
