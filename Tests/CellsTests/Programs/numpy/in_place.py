import numpy as np
a = np.ones((2, 2))
b = a
a += 1
a *= np.array([1, 10])
print(a, b is a, b)
a -= 0.5; a /= 2; a **= 2
print(a)
n = np.arange(4)
n += 2; n *= 3; n //= 2; n %= 5
print(n, n.dtype)
a[0] += [1, 2]
a[:, 0] *= 0
m = a > 1
m &= True
print(a, m)
np.add(a, 1, out=a)
print(a)
a.fill(3)
print(a)
