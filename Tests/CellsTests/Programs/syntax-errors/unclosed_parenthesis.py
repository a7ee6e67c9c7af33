print("fine")
y = (1 + 2
z = 3
