import numpy as np
np.random.seed(1)
params = {}
dims = [4, 3, 1]
for l in range(1, len(dims)):
    params["W" + str(l)] = np.random.randn(dims[l], dims[l - 1]) * 0.01
    params["b" + str(l)] = np.zeros((dims[l], 1))
for name in params:
    print(name, params[name].shape)
A = np.random.randn(4, 5)
for l in (1, 2):
    A = np.tanh(params["W%d" % l] @ A + params["b%d" % l])
print(np.round(A * 1e4, 4))
print("W1 = " + str(params["W1"]))
