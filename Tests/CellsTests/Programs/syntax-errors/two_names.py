total cost = 3
