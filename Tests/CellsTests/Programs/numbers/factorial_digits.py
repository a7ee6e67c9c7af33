def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

for n in (5, 20, 21, 30, 50):
    print(n, factorial(n))
print(len(str(factorial(100))), sum(int(d) for d in str(factorial(100))))
