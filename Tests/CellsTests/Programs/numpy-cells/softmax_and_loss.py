import numpy as np

def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)

np.random.seed(4)
Z = np.random.randn(3, 6)
Y = np.eye(6)[np.array([0, 5, 2]).reshape(-1)]
A = softmax(Z)
print(np.round(A, 6), np.round(A.sum(axis=1), 10))
cost = -np.mean(np.sum(Y * np.log(A), axis=1))
print("Cost: %.6f" % cost, np.argmax(A, axis=1), np.mean(np.argmax(A, axis=1) == [0, 5, 2]))
