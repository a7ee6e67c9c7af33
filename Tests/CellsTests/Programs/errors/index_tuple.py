shape = (2, 3)
shape[2]
