a = [1, 2, 3, 4, 5, 6]
a[1:3] = "ab"; print(a)
a[-2:] = range(3); print(a)
a[::3] = [0, 0, 0] if len(a[::3]) == 3 else a[::3]
print(a)
a[:] = [9]; print(a)
b = a; a[:] = [1, 2]; print(b)
