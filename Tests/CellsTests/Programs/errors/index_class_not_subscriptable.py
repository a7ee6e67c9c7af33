class Layer:
    pass

layer = Layer()
layer[0]
