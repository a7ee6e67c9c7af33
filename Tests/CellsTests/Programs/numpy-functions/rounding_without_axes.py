import numpy as np

a = np.arange(-5, 2)
number = a[..., -3]
print(repr(number), repr(number.round(0)), repr(number.round(-1)), repr(np.round(number)), repr(np.array(5).round(1)))
print(a.round() is a, repr((a * 1.5)[..., 2].round(0)), repr(a.astype(np.uint8)[..., 2].round(0)))
