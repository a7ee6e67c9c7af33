half = lambda x: x / 2
print(half(3))
print(half("3"))
