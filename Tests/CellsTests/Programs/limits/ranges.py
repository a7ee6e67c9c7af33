# Ranges at the ends of 64 bits.
top = 2**63 - 1
print(list(range(top - 3, top)), list(range(-2**63, top, 2**62)), len(range(-2**62, 2**62 - 1)))
wide = range(-2**63, top, 3)
print(len(wide), wide[0], wide[-1], top - 1 in wide, top - 2 in wide, -2**63 in wide, top in wide, 10**30 in wide)
print(wide.index(wide[-1]), wide.index(1), wide.count(4), wide.count(5), range(10).count(2.5))
down = range(top, -2**63, -3)
print(len(down), down[-1], down[-1] in down, down[-1] + 1 in down, down.index(down[-1]), -2**63 in down)
for r in [range(10), range(5, 50, 7), range(20, 0, -3), range(0)]:
    print(r[1:3], r[::2], r[::-1], r[::-2], r[5:1], r[-3:], r[::2**40], r[100:])
    print(list(r[1:3]), list(r[::2]), list(r[::-1]), list(r[::-2]), list(r[::2**40]))
for number in range(top - 1, top):
    print(number)
print(True in range(2), 1.0 in range(2), 1.5 in range(2), "1" in range(2), None in range(2))
try:
    range(4).index(7)
except ValueError as error:
    print(error)
