import numpy as np

print(np.int64(3) * 2**70, 2**70 - np.float64(1), np.float32(3) * 2**70, np.bool_(True) * 2**70, np.int64(7) // 2**70)
print(type(np.float64(2.5) * 2**70), np.int64(5) % 2**70, np.int64(7) & 2**70)
print(np.int64(3) < 2**70, np.float64(3) > 2**70, np.int64(3) == 2**70, np.float64(2**70) == 2**70, type(np.int64(3) < 2**70))
print(np.arange(3) < 2**70, np.arange(3) == 2**70, np.arange(3.0) >= -(2**70), np.arange(3) != -(2**70))
print(np.array([2**80], dtype=float), np.full(2, 2**80, dtype=float), np.float64(2**80), np.array([2**80, 0], dtype=bool))
z = np.zeros(2)
z[0] = 2**80
print(z)
for dtype in (int, np.uint8):
    for make in (lambda: np.array([2**80], dtype=dtype), lambda: np.zeros(2, dtype).fill(2**80)):
        try:
            print(make())
        except OverflowError as error:
            print(error)
