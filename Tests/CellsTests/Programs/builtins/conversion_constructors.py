print(int(), int("7"), int(2.9), str(), str([1]), list("ab"), tuple([1]), dict(a=1), bool([]), float("2"))
print(list((1, 2)), list({"a": 1}), tuple({"x": 1}.items()), str(b"x"), list(range(2)), bytes([1, 2]), str(1e5))
print(int("-12"), int("+5"), float("-0"), str(True), str(1 / 3))
