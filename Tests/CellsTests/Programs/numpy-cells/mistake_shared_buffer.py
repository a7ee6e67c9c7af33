import numpy as np
grads = [np.zeros(2)] * 3
grads[0] += 1
print(grads)
a = np.zeros(3)
history = []
for k in range(3):
    a += 1
    history.append(a)
print(history)
history = []
for k in range(3):
    a = a + 1
    history.append(a)
print(history)
