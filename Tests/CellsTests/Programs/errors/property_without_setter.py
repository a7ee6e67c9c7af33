class Layer:
    @property
    def size(self):
        return 3

layer = Layer()
print(layer.size)
layer.size = 4
