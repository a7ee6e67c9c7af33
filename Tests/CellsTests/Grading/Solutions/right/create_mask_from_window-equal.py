# exercise: create_mask_from_window
def create_mask_from_window(x):
    return np.equal(x, np.amax(x))
