def make_counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step

a, b = make_counter(), make_counter(10)
print(a(), a(), b(), a(5), b(2))
adders = [lambda x, k=k: x + k for k in range(3)]
late = [lambda x: x + k for k in range(3)]
print([f(10) for f in adders], [f(10) for f in late])
