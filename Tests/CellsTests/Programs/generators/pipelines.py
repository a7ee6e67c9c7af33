def read(lines):
    for line in lines:
        yield line.strip()

def parse(lines):
    for line in lines:
        if line and not line.startswith("#"):
            key, _, value = line.partition("=")
            yield key, int(value)

print(dict(parse(read([" a=1\n", "# no", "", "b=20"]))))
def chunks(values, n):
    for i in range(0, len(values), n):
        yield values[i:i + n]
print(list(chunks([1, 2, 3, 4, 5], 2)))
def primes():
    found, n = [], 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
p = primes()
print([next(p) for _ in range(10)])
