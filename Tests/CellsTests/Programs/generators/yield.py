def count(n):
    print("start")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")

for v in count(3):
    print("got", v)
g = count(1)
print(next(g))
print(next(g, "done"))
print(list(count(0)))
