values = [4, 2, 0]
print([8 / v
       for v in values])
