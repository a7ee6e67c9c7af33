import numpy as np
grads = [np.array([1.0, -2.0]), np.array([0.5, 0.5]), np.array([-1.0, 4.0])]
v = np.zeros(2); s = np.zeros(2); w = np.array([1.0, 1.0])
for t, g in enumerate(grads, start=1):
    v = 0.9 * v + 0.1 * g
    s = 0.999 * s + 0.001 * g ** 2
    v_hat, s_hat = v / (1 - 0.9 ** t), s / (1 - 0.999 ** t)
    w = w - 0.01 * v_hat / (np.sqrt(s_hat) + 1e-8)
    print(t, np.round(v, 6), np.round(s, 6), np.round(w, 6))
