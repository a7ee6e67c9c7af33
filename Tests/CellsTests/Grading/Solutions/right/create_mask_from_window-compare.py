# exercise: create_mask_from_window
def create_mask_from_window(x):
    mask = (x == x.max())
    return mask
