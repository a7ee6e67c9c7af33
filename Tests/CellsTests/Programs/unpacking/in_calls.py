def f(a, b, c):
    return a, b, c

args = [1, 2]
print(f(*args, 3), f(*args, c=4), f(**{"a": 1, "b": 2, "c": 3}), f(*"xyz"), f(*args, *[5]))
print(*args, *"ab", sep="-")
print(*(x for x in range(3)), *{"k": 1})
