first, *rest = [1, 2, 3]
*init, last = "abc"
a, *mid, z = range(5)
only, *none = [9]
print(first, rest, init, last, a, mid, z, only, none)
(x, *y), w = [[1, 2, 3], 4]
print(x, y, w)
print([*range(2), 5, *[6]], (*"ab",), {*[1, 2], 2}, {**{"a": 1}, "b": 2})
*everything, = (1, 2)
print(everything)
