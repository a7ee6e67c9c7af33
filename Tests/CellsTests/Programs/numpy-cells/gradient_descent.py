import numpy as np
np.random.seed(0)
X = np.arange(6).reshape(6, 1) / 5.0
y = 3 * X + 1
w, b, rate = np.zeros((1, 1)), 0.0, 0.5
costs = []
for i in range(200):
    error = X * w[0, 0] + b - y
    cost = np.mean(error ** 2)
    w -= rate * 2 * np.mean(error * X)
    b -= rate * 2 * np.mean(error)
    if i % 50 == 0:
        costs.append(cost)
        print("Cost after iteration %i: %f" % (i, cost))
print(f"w = {w[0, 0]:.4f}, b = {b:.4f}", np.round(np.squeeze(costs), 5))
