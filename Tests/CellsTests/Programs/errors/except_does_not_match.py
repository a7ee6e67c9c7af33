try:
    "a" + 1
except ValueError:
    print("not this one")
