a = [1, 2]
b = a
print(a is b, a is [1, 2], a == [1, 2], a is not None)
print(2 in a, 3 in a, 3 not in a, "ell" in "hello", "" in "x")
print("k" in {"k": 1}, 1 in {"k": 1}, (1, 2) in [(1, 2)])
print(None is None, None == 0, True is (1 == 1))
