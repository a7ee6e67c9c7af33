try:
    {}["W1"]
except KeyError:
    print(1 / 0)
