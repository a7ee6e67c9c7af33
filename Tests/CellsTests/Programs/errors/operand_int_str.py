n = 3
print("n = " + str(n))
print("n = " + n)
