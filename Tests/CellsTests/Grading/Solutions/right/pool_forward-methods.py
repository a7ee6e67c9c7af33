# exercise: pool_forward
def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    m, H, W, C = A_prev.shape
    A = np.empty((m, (H - f) // s + 1, (W - f) // s + 1, C))
    for i, h, w, c in np.ndindex(*A.shape):
        window = A_prev[i, s * h:s * h + f, s * w:s * w + f, c]
        A[i, h, w, c] = window.max() if mode == "max" else window.sum() / window.size
    return A, (A_prev, hparameters)
