def show(x):
    print("see", x)
    return x

print([show(i) + show(j) for i in [1, 2] for j in [10]])
print({show("k"): show(1) for _ in range(1)})
g = (show(v) for v in [1, 2])
print("not started")
print(list(g))
