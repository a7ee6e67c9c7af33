# NumPy's scalars beside sequences, texts and what is no number at all.
import operator

import numpy as np

others = [[-4], [1, 2], (3,), range(3), [], [[1, 2], [3, 4]], {1: 2}, {1}, "a", None]
names = ["lt", "ge", "eq", "ne", "add", "mul", "truediv", "and_"]
for scalar in (np.float64(1.5), np.int64(2), np.bool_(True), np.float32(2)):
    for other in others:
        for name in names:
            for left, right in ((other, scalar), (scalar, other)):
                try:
                    print(name, repr(left), repr(right), repr(getattr(operator, name)(left, right)))
                except TypeError as error:
                    print(name, repr(left), repr(right), type(error).__name__, error)
