class Layer:
    def __init__(self, size):
        self.size = size

Layer()
