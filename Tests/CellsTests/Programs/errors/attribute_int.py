n = 4
n.shape
