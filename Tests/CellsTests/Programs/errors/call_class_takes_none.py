class Layer:
    pass

Layer(3)
