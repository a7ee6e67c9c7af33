# ndarray.item with one number: along the only axis, or along the elements in C order.
import numpy as np

for a in [np.zeros(0), np.arange(3), np.zeros((2, 3)), np.zeros((0, 3)), np.array(5.0), np.arange(3.0)[3:]]:
    for place in [0, 5, -7, (0,), (5,), (0, 7), (7, 0)]:
        for take in [a.item, lambda index: a.itemset(index, 4)]:
            try:
                print(a.shape, place, take(place))
            except Exception as error:
                print(a.shape, place, type(error).__name__, error)
