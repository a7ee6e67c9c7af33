name = "conv
print(name)
