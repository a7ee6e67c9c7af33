def smallest_factor(n):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")

for n in (2, 9, 13, 15):
    smallest_factor(n)
for x in []:
    pass
else:
    print("empty loop runs else")
