# CPython folds a display of constants into a frozenset while it compiles, which decides the order.
print({5, 26, 37}, {6, 34, 19, 23, 28}, {-3, 13, 5}, {19, 24, 35})
print([t for t in {21, 13, 3}], list({12, 3, 6, 28, 24}))
for t in {38, 17, 21, 12, 8}:
    print(t, end=" ")
print()
x = 5
print({x, 26, 37}, {5, 26}, {37, x - 0, 26 + 0})
print({3, 2 * 9, 1 << 4, 2 ** 5, 40}, {(1, 2)[0], 9, 17}, sum({8, 16, 24, 32, 40}))
print({7, 38, 39}.union([0]), {11} | {13, 29, 9})
print(set([5, 26, 37]), frozenset((5, 26, 37)), 26 in {5, 26, 37})
