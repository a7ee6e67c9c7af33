# exercise: create_mask_from_window
def create_mask_from_window(x):
    return x >= np.max(x)
