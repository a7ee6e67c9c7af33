# exercise: distribute_value
def distribute_value(dz, shape):
    a = np.zeros(shape)
    a += dz
    return a / a.size
