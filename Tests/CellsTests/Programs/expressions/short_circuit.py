def f(name, value):
    print("->", name)
    return value

if f("a", False) and f("b", True):
    print("both")
if f("c", True) or f("d", True):
    print("one")
print(f("e", 0) or f("g", 7))
