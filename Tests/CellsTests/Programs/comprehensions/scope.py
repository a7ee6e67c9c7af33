x = "kept"
squares = [x * x for x in range(3)]
print(x, squares)
n = 10
print([n + k for k in range(3)], sum(n * k for k in range(3)))
def f(values):
    limit = 2
    return [v for v in values if v > limit]
print(f([1, 2, 3, 4]))
print([[y for y in range(x)] for x in range(3)])
