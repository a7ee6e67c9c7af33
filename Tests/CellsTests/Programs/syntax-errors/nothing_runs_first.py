print("never printed, the text is read first")
x = = 3
