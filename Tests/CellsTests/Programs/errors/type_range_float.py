n_H = 7 / 2
for h in range(n_H):
    print(h)
