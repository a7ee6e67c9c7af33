print((1, 2, 3, 4)[1:3], "abcdef"[1:5:2], range(10)[2:8:3], range(10)[-1], range(0, 20, 2)[::-1], list(range(5))[::-1])
t = tuple(range(6))
print(t[::2], t[-2:], t[:0], "xyz"[::-1][0])
