# exercise: create_mask_from_window
# diagnosis: largest-for-mask
def create_mask_from_window(x):
    mask = x.max()
    return mask
