# exercise: distribute_value
# diagnosis: divided-by-one-side
def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / n_H
    return np.ones(shape) * average
