print("cnb")
