import numpy as np

def relu(Z):
    A = np.maximum(0, Z)
    return A, Z

def relu_backward(dA, Z):
    dZ = np.array(dA, copy=True)
    dZ[Z <= 0] = 0
    return dZ

np.random.seed(3)
Z = np.random.randn(2, 3)
A, cache = relu(Z)
print(A, relu_backward(np.ones((2, 3)), cache), np.round(1 / (1 + np.exp(-Z)), 6), sep="\n")
leaky = np.where(Z > 0, Z, 0.01 * Z)
print(leaky)
