print(1., .5, 1.e2, 1E-3, 1_0.5_0, 0.0, 00.5, 1e0)
print(float("1e3"), float(" 2.5 "), float("-.5"), float("1_0"), float("Infinity"), float("-nan"))
print(float(3), float(True), float("1."), float())
print(repr(1.0), str(1.0), repr(1e100), [0.1, 1.0])
