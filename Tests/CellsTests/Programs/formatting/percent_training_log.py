costs = [0.693147, 0.5, 0.25]
for i, cost in enumerate(costs):
    print("Cost after iteration %i: %f" % (i * 10, cost))
print("%s: %.4f%%" % ("accuracy", 98.7654321))
print("tuple: %s" % ((1, 2),), "%s" % "one")
