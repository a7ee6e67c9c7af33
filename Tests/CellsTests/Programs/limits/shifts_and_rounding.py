# Counts at the ends of 64 bits.
for shift in [0, 1, 62, 63, 64, 65, 200, 2**63 - 1, 2**63, 2**70]:
    print([(x >> shift) for x in [0, 1, -1, 5, -5, 2**100, -2**100, -2**100 + 1, -3**70]])
print([0 << shift for shift in [2**63 - 1, 2**63, 2**70]])
for value in [1, -7, 2**70, -2**64, 3**50]:
    print([value << shift for shift in [0, 1, 62, 63, 64, 100]])
for value in [5, 15, 25, -15, -25, 149, 10**30 + 5 * 10**9, -10**30 - 15 * 10**9, 2**63 - 1, -2**63]:
    print([round(value, digits) for digits in [0, 3, -1, -2, -10, -30, -31, -400, 2**63 - 1]])
for digits in [-2**63, -400, -309, -308, 308, 323, 324, 2**63 - 1]:
    print(round(1.5, digits), round(-1.5e300, digits))
