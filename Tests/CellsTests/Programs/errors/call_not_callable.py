x = 5
print(x)
x(3)
