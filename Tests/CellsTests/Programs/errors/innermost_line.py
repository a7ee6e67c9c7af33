def a(x):
    return b(x) + 1

def b(x):
    y = x - 2
    return c(y)

def c(y):
    return 10 / y

print(a(3))
print(a(2))
