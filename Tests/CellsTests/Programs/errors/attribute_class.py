class Layer:
    pass

Layer.forward_everything
