import numpy as np
x = np.array([0.0, 0.5, 1.0, 2.0])
print(np.round(np.exp(x), 6), np.round(np.log(x + 1), 6), np.sqrt(x), np.round(np.tanh(x), 6))
print(np.round(np.sin(x), 6), np.round(np.cos(x), 6), np.round(1 / (1 + np.exp(-x)), 6), np.round(np.log2(x + 1), 6), np.round(np.power(x, 1.5), 6))
print(f"{np.exp(1.0):.6f} {np.log(10):.6f} {np.sqrt(2):.6f}", np.round(np.arctan(x), 6), np.pi, np.e, np.round(np.log1p(x), 6), np.exp(0.0))
