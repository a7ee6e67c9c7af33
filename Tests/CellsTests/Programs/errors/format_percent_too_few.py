print("%d and %d" % 3)
