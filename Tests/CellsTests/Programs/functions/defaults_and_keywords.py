def conv(x, pad=0, stride=1, *, mode="constant"):
    return f"{x} pad={pad} stride={stride} mode={mode}"

print(conv(1))
print(conv(1, 2))
print(conv(1, stride=3))
print(conv(x=5, stride=2, pad=1))
print(conv(1, 2, 3, mode="edge"))
print(conv(*[1, 2], **{"stride": 7}))
