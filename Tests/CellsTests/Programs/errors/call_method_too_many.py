class Layer:
    def forward(self):
        return 1

Layer().forward(2)
