a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[1::4], a[::-1], a[8:2:-2], a[-1:-4:-1])
print(a[5:5], a[9:3], a[100:], a[-100:2], a[3:100:50], a[::-4])
print(a[slice(2, 5)], a[slice(None, None, -3)], slice(1, 2), slice(3).stop, slice(1, 9, 2).indices(5))
