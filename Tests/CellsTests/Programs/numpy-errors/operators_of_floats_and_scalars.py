import numpy as np
for f in (lambda: np.array_str(np.int64(5)), lambda: np.array_str(np.float32(5)), lambda: np.array_str(np.array(5)), lambda: 2.5 & 1, lambda: True | 1.5, lambda: 1 @ 2, lambda: True @ 2, lambda: 2.0 << 1, lambda: 2**70 & 1.5, lambda: 1.5 ^ 2**70, lambda: 2.5 @ 2**70,
          lambda: {1} & 2.5, lambda: 2.5 | {}, lambda: np.float64(2) & 1, lambda: np.int64(2) & 1.5, lambda: [1] @ 2.5):
    try: print(f())
    except TypeError as e: print(e)
x = 3
try: x &= 2.5
except TypeError as e: print(e)
y = np.array([1, 2, 3])
b = y.astype(np.uint8)
with np.errstate(all='ignore'):
    b[1] /= 0.5
print(b)
try: y[0] = float('nan')
except ValueError as e: print(e)
