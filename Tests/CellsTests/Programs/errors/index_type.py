a = [1, 2, 3]
i = 6 / 3
print(a[i])
