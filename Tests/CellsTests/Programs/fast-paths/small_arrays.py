# Operators on small arrays beside the general ones: the same bits, and the same layout.
import numpy as np
r = np.random.RandomState(3)
a = r.randn(5, 6, 4)
w = r.randn(3, 3, 4, 2)
win = a[1:4, 2:5, :]
for k in range(2):
    p = win * w[:, :, :, k]
    print(repr(np.sum(p)), p.flags["C_CONTIGUOUS"], p.shape)
    print(repr(np.sum(win - w[:, :, :, k])), repr((win + w[:, :, :, k]).mean()), repr(np.max(win / w[:, :, :, k])))
print(repr(np.sum(win)), repr(win.sum()), repr(np.mean(win)), repr(np.max(win)), repr(np.min(win)), repr(win.min()))
print(repr(np.sum(a[:, ::2, 1])), repr(np.sum(a[::-1])), repr(np.sum(a.T)), repr(np.sum(a[:, :, ::-1])), repr(np.sum(a[0, 0])))
print((a.T * a.T).flags["F_CONTIGUOUS"], (a[:, ::2] * 2).flags["C_CONTIGUOUS"])
for s in [2, 2.5, np.float64(3), np.int64(2), True, np.float32(0.5), 10 ** 17]:
    print(repr(np.sum(win * s)), repr(np.sum(s * win)), (win + s).dtype, (win > s).sum(), (win == s).any())
m = win == np.max(win)
print(m.dtype, m.sum(), (m * 2.5).sum(), (m * 2).dtype, (m * np.float64(1)).dtype, (m + m).dtype, (m * m).dtype)
print((m * -0.0)[0, 0], (m * 3.0).dtype, (2.0 * m).dtype)
for dtype in [np.float32, np.int64, np.uint8, bool]:
    z = np.arange(6).reshape(2, 3).astype(dtype)
    print(dtype.__name__, (z * 2.0).dtype, (z * 2).dtype, (z * z).dtype, (z == z).dtype, repr(z.max()), repr(z.mean()))
b = np.zeros((4, 4))
b[1:3, 1:3] += np.ones((2, 2)) * 1.5
b[:, 0] += 1
b[0] -= 2.0
b[2, :] *= np.float64(2)
b[1:, 1:] /= 4
print(b.tolist())
c = np.arange(10.0)
c[1:] += c[:-1]
print(c.tolist())
c[:] = c[::-1]
c[2:5] += c[2:5]
c += c
print(c.tolist())
e = np.arange(4)


def half_more(x):
    x += 1.5


for bad in [lambda: half_more(e), lambda: np.ones(3) + np.ones(4), lambda: np.max(np.zeros(0))]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
e += 2
e[1:] *= 3
print(e)
f = np.ones((2, 2))
g = f[0]
g += 1
g *= np.array([1.0, np.nan])
print(f.tolist(), np.sum(f), np.max(f), (f == f).tolist())
with np.errstate(all="ignore"):
    q = np.array([1.0, 0.0, -1.0, 1e308])
    print((q / 0.0).tolist(), (q * 1e10).tolist(), np.sum(q * 10), (q / np.zeros(4)).tolist())
    q /= 0
    print(q.tolist(), np.sum(q), q.mean())
z = np.array([-0.0, 0.0])
print(np.max(z), np.min(z), np.sum(z[:1]), np.sum(-np.zeros(3)), (z * -1).tolist(), np.max(z[::-1]))
print(np.zeros((2, 0)).sum(), np.zeros((1, 1, 1)) + 1, np.ones((2, 3)).tolist(), np.zeros(()), np.ones((3,)).dtype)
n = np.array(5.0)
print(n * 2, type(n * 2).__name__, np.sum(n), n[()] == 5)
for shape in [(3, -1), (2, "a"), (True, 2)]:
    try:
        print(np.zeros(shape).shape)
    except Exception as error:
        print(type(error).__name__, error)
print(np.multiply(win, 2).sum() == (win * 2).sum(), np.add(1, win).sum() == (1 + win).sum(), np.subtract(1, win[0, 0]))
big = r.randn(100, 90)
print(repr(np.sum(big)), repr(big.mean()), repr(np.max(big)), repr(np.sum(big[:, 1:])), repr(np.sum(big[:10, 1:90])))
