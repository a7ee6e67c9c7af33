import numpy as np

for name in ("bool", "uint8", "int64", "float32", "float64"):
    dtype = np.dtype(name)
    print(type(dtype), type(dtype).__name__, isinstance(dtype, np.dtype))
try:
    ~np.dtype(int)
except TypeError as error:
    print(error)
