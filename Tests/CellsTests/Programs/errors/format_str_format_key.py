print("{name}".format(size=1))
