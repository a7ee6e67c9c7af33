big = 10 ** 25
print(big > 1e24, big < 1e26, big == 10 ** 25, big + 0.5)
print(big / 10 ** 24, big / 3, 7 / big)
print(float(2 ** 62 + 1), 2 ** 1000 / 2 ** 999, float(10 ** 22))
print(pow(3, 200, 1000007), pow(2, 10), pow(2, -2), pow(7, -1, 11))
