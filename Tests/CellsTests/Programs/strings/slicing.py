s = "convolution"
print(s[0], s[-1], s[2:5], s[:4], s[7:], s[-3:], s[:-3], s[::2], s[::-1], s[8:2:-2])
print(repr(s[5:2]), repr(s[20:]), s[-100:3], s[:], s[3:100])
print([c for c in s[:3]], s[1:][0], s[len(s) - 1])
