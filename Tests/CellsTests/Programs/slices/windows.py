x = [1, 4, 9, 16, 25, 36]
f, stride = 3, 2
for start in range(0, len(x) - f + 1, stride):
    window = x[start:start + f]
    print(start, window, sum(window))
print([x[i:i + 2] for i in range(len(x) - 1)])
