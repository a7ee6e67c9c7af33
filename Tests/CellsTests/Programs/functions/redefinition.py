def f():
    return 1

g = f

def f():
    return 2

print(f(), g())
f = f()
print(f)
def len(x):
    return "mine"
print(len([1]))
del len
print(len([1]))
