total = "cost: "
total -= 1
