for value in [1, 1.5, "s", True, None, [1], (1,), {1: 2}, {1}, range(3), len, print, lambda: 0, b"x"]:
    print(type(value), type(value).__name__)
print(type(int), type(type(1)))
print(type(1) == int, type(1.0) is float, type([]) == list, type("") != str)
