# exercise: pool_forward
def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    m, H, W, C = A_prev.shape
    n_H, n_W = (H - f) // s + 1, (W - f) // s + 1
    A = np.zeros((m, n_H, n_W, C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(C):
                    numbers = [A_prev[i, h * s + r, w * s + q, c] for r in range(f) for q in range(f)]
                    A[i, h, w, c] = max(numbers) if mode == "max" else sum(numbers) / len(numbers)
    return A, (A_prev, hparameters)
