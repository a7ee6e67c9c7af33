import numpy as np
a = np.array([1.5, 2.0])
print("a = " + str(a), "shape " + str(a.shape), f"{a} {a[0]:.3f} {a.shape} {a.sum()}", "%s %.2f %d" % (a, a[0], a[1]))
print("a:", a, "\nb:", a * 2, sep=" ")
print(f"{a!r} {a.mean():>8.2f}|", "{} {:.1e}".format(a, a[1]))
print([a, a], (a,), {"k": a})
