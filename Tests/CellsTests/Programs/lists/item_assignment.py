a = [0, 1, 2, 3, 4, 5]
a[0] = "x"; a[-1] = "y"
print(a)
a[1:3] = [10, 20, 30]; print(a)
a[::2] = ["e"] * 4; print(a)
a[1:1] = [7, 7]; print(a)
a[2:] = []; print(a)
del a[0]; print(a)
b = list(range(8)); del b[1:6:2]; print(b); del b[:2]; print(b)
