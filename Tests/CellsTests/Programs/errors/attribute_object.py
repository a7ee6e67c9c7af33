class Layer:
    def __init__(self):
        self.name = "conv"

layer = Layer()
print(layer.name)
print(layer.weights)
