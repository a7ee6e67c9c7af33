def area(w, h, /, scale=1, *, unit="px"):
    return f"{w * h * scale}{unit}"

print(area(2, 3), area(2, 3, 10), area(2, 3, scale=2, unit="cm"))

def anything(name, /, **extra):
    return name, extra

print(anything(1, name=2))
