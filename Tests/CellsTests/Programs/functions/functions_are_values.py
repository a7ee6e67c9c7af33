def apply(f, *args):
    return f(*args)

print(apply(max, 3, 9), apply(lambda: "none"), apply(str.upper, "x"), apply("a-b".split, "-"))
table = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
for name in table:
    print(name, table[name](3, 4))
f = print
f("renamed", f is print)
