width, digits, value = 10, 3, 3.14159265
print(f"[{value:{width}.{digits}f}]")
print(f"[{value:>{width}}] [{'x':{'*'}^{width}}]")
for k in range(1, 4):
    print(f"{value:.{k}e}")
