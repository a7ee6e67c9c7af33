def numbers():
    n = 0
    while True:
        yield n
        n += 1

def take(k, it):
    for _ in range(k):
        yield next(it)

print(list(take(4, numbers())))
evens = (n for n in numbers() if n % 2 == 0)
print(next(evens), next(evens), next(evens))
squares = (n * n for n in numbers())
for s in squares:
    if s > 30:
        print(s)
        break
