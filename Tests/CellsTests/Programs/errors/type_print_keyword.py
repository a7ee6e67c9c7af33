print("x", separator=",")
