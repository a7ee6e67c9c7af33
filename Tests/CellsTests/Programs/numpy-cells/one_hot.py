import numpy as np

def convert_to_one_hot(Y, C):
    Y = np.eye(C)[Y.reshape(-1)].T
    return Y

labels = np.array([[5, 0, 2, 1]])
one_hot = convert_to_one_hot(labels, 6)
print(one_hot, one_hot.shape, one_hot.T[0], np.argmax(one_hot, axis=0), one_hot.astype(int).sum())
