import numpy as np
a = np.array([7, -7, 6])
b = np.array([2, 2, -4])
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, -a, +a, abs(a))
f = np.array([7.5, -7.5])
print(f // 2, f % 2, f ** 2, 1 - f, 3 / f, np.power(f, 2), np.mod(f, 2), divmod(7, 2))
print(np.add(a, b), np.subtract(a, b), np.multiply(a, b), np.divide(a, b), np.floor_divide(a, b), np.negative(a), np.square(b))
