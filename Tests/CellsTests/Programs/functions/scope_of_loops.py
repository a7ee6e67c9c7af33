def f():
    for i in range(3):
        y = i * 2
    return i, y

print(f())
x = "global"
def g():
    values = [x for x in range(3)]
    return x, values
print(g())
def h(x):
    def inner():
        return x
    x += 1
    return inner
print(h(1)())
