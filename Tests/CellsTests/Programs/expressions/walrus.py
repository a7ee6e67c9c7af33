if (n := len("abcdef")) > 5:
    print("long", n)
print([y := 3, y + 1, y * 2])
data = [4, 8, 15]
print([last := v for v in data], last)
