x = 5
print("x = " + str(x))
print("shape: " + str((2, 3)) + ", list: " + str([1.0, 2]) + ", " + str(None))
print("repr: " + repr("a") + str("a") + str({"k": [1]}))
msg = ""
for k in range(3):
    msg += str(k) + ","
print(msg[:-1])
