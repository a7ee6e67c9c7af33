print((2.0).is_integer(), (2.5).is_integer(), (0.5).as_integer_ratio(), (3).numerator)
print(abs(-2.5), abs(-3), -abs(2), abs(-0.0))
print(min(2, 1.5), max(1, 1.0), max(1.0, 1), sum([0.1] * 10), sum([1, 2.5]))
print(float.__name__, (3).numerator, (3).denominator, (0.25).as_integer_ratio())
