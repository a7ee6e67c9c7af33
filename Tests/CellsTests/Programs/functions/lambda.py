square = lambda x: x * x
print(square(4), (lambda: 7)(), (lambda a, b=2, *c, **d: (a, b, c, d))(1, 3, 4, e=5))
print(sorted([(1, "b"), (3, "a")], key=lambda p: p[1]), square.__name__)
compose = lambda f, g: lambda x: f(g(x))
print(compose(square, lambda x: x + 1)(3))
pick = lambda n: "even" if n % 2 == 0 else "odd"
print(pick(2), pick(3))
