# exercise: create_mask_from_window
# diagnosis: wrong-dtype
def create_mask_from_window(x):
    mask = (x == x.max()).astype(float)
    return mask
