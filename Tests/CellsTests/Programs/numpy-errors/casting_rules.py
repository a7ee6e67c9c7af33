# What np.copyto and astype refuse by each casting rule; single numbers go by their value.
import numpy as np
for dst in (bool, np.uint8, int, np.float32, float):
    for src in (True, 3, -3, 300, 2.5, np.float32(2), np.float64(2), np.int64(3), np.uint8(3), [1,2], [1.5,2.5], np.array([1,2],dtype=np.uint8), np.array([True,False]), np.array([1.5,2],dtype=np.float32), np.array(3), np.array(2.5), [3], 2**40, 1e300, 1e5, np.inf):
        for casting in (None,'unsafe','safe','no','equiv'):
            a=np.zeros(2,dtype=dst)
            try:
                if casting is None: np.copyto(a, src)
                else: np.copyto(a, src, casting=casting)
                print(dst.__name__, repr(src), casting, a)
            except Exception as e: print(dst.__name__, repr(src), casting, type(e).__name__, e)
for dtype in (bool, np.uint8, int, np.float32, float):
    for casting in ('unsafe', 'same_kind', 'safe', 'no', 'equiv', 'none'):
        for source in (bool, np.uint8, int, np.float32, float):
            try:
                print(np.ones(2, source).astype(dtype, casting=casting), np.can_cast(source, dtype, casting))
            except Exception as e:
                print(type(e).__name__, e)
