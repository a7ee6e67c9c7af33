import numpy as np
i, u, f, d, b = (np.ones(1, dtype=t) for t in (np.int64, np.uint8, np.float32, np.float64, bool))
for x in (i, u, f, d, b):
    print([str((x + y).dtype) for y in (i, u, f, d, b)], (x + 1).dtype, (x * 1.5).dtype, (x + True).dtype, (x / 2).dtype)
print((u + u + 254), np.uint8(200) + 100, u - 2, np.uint8(5) - np.uint8(3), -u, (i / i).dtype, (f * 2).dtype, np.mean(f).dtype, np.sum(b).dtype)
