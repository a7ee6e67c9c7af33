stride = 0
n_H = (7 - 3) // stride + 1
