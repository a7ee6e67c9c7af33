import numpy as np

np.save("a.npy", np.arange(6.0).reshape(2, 3))
np.save("b", [1, 2])
np.save("f", np.asfortranarray(np.arange(6).reshape(2, 3)))
np.save("s", np.float32(2.5))
print(np.load("a.npy"), np.load("b.npy"), np.load("f.npy").flags["F_CONTIGUOUS"], np.load("f.npy")[1], repr(np.load("s.npy")))
np.savez("c", np.arange(3), x=np.ones((2, 2)), flag=True)
z = np.load("c.npz")
print(z, z.files, list(z), len(z), "x" in z, "y" in z, z["x"], z["arr_0"], repr(z["flag"]), z.get("q"), z.get("q", 3))
print([name for name, value in z.items()], [v.shape for v in z.values()], sorted(z.keys()), type(z))
np.savez_compressed("d.npz", a=np.zeros(1000), b=np.arange(5))
with np.load("d.npz") as q:
    print(q["a"].sum(), q["b"])
np.savez("many", **{f"k{i}": i for i in range(8)})
print(np.load("many.npz"))


def attempt(text, act):
    try:
        act()
        print(text, "ok")
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


attempt("np.load('nope.npy')", lambda: np.load('nope.npy'))
attempt("np.load('b')", lambda: np.load('b'))
attempt("z['nope']", lambda: z['nope'])
attempt("np.load('text.txt')", lambda: np.load('text.txt'))
attempt('np.load(3)', lambda: np.load(3))
attempt("np.save('nodir/x', 1)", lambda: np.save('nodir/x', 1))
