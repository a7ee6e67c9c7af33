class Base:
    def forward(self, x):
        raise NotImplementedError("forward is missing in " + type(self).__name__)

class Layer(Base):
    pass

Layer().forward(1)
