import numpy as np
a = np.array([1.7, -1.7, 0.0])
print(a.dtype, a.astype(int), a.astype(bool), a.astype(np.float32).dtype, np.array([1, 2]).astype(float), np.array([300, -1]).astype(np.uint8), a.astype("int64").dtype)
print(np.array([1, 2]).dtype, np.array([1, 2.0]).dtype, np.array([True]).dtype, np.zeros(2, dtype=np.uint8).dtype, np.zeros(2, dtype="float32").dtype, np.dtype(float), np.float64, np.dtype("uint8"))
print(a.dtype == np.float64, a.dtype == float, a.dtype == "float64", str(a.dtype), repr(a.dtype), a.dtype.name, a.itemsize, a.nbytes, np.arange(3).dtype == np.int64)
