# What a cell that was never filled in does: None takes part.
import numpy as np

gradients = np.zeros((2, 3, 3))
da = None
for operation in ["row", "all", "element"]:
    try:
        if operation == "row":
            gradients[0, 0:2, 0:2] += da
        elif operation == "all":
            gradients *= da
        else:
            gradients[0, 0, 0] += da
    except TypeError as error:
        print(type(error).__name__, error)
counts = np.zeros(3, dtype=int)
try:
    counts += {}
except TypeError as error:
    print(type(error).__name__, error)
try:
    np.pad(np.ones((2, 2)), ((0, 0), (1, 1)), "constant", constant_values=(..., ...))
except TypeError as error:
    print(type(error).__name__, error)
gradients -= None
