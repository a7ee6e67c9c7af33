shape = (1, 2)
shape.append(3)
