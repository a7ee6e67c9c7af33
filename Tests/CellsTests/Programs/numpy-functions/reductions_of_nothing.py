import numpy as np

for name in ["add", "multiply", "bitwise_or", "bitwise_and", "bitwise_xor", "logical_xor", "hypot", "logaddexp", "subtract"]:
    function = getattr(np, name)
    for empty in [np.array([], dtype=int), np.zeros((0, 2), int), np.zeros((2, 0, 3), int)]:
        try:
            print(name, function.identity, repr(function.reduce(empty)), end=" ")
        except ValueError as error:
            print(name, function.identity, error, end=" ")
    print()
print(repr(np.bitwise_and.reduce(np.array([], dtype=np.uint8))), repr(np.bitwise_or.reduce(np.array([], dtype=bool))))
print(np.bitwise_or.reduce(np.zeros((0, 2), int), keepdims=True))
