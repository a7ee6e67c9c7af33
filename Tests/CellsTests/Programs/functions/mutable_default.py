def collect(v, into=[]):
    into.append(v)
    return into

print(collect(1), collect(2), collect(3, []), collect(4))
print(collect.__defaults__)
n = 5
def late(k=n):
    return k
n = 6
print(late(), late(n))
