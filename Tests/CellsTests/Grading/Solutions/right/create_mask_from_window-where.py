# exercise: create_mask_from_window
def create_mask_from_window(x):
    return np.where(x == np.max(x), True, False)
