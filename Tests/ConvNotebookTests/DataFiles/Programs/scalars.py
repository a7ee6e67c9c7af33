import h5py
import numpy as np

f = h5py.File("scratch.h5", "w")
f["s"] = 3.5
f["t"] = "hello ä"
f["b"] = b"xyz"
f["flag"] = np.bool_(True)
f["flags"] = [True, False]
f["texts"] = ["a", "bcd"]
f["none"] = np.zeros((0, 3), dtype="float32")
for name in f:
    print(f[name], f[name].shape, f[name].dtype)
print(repr(f["s"][()]), repr(f["s"][...]), repr(f["flag"][()]), f["flags"][:], repr(f["flags"][0]))
print(f["t"][()], f["t"].asstr()[()], f["b"][()], f["texts"][0], f["texts"].asstr()[1])
print([s for s in f["texts"]], [s for s in f["texts"].asstr()], len(f["texts"].asstr()))
print(repr(f["none"][:]), np.array(f["s"]), f["s"][()] + 1)


def attempt(text, act):
    try:
        act()
        print(text, "ok")
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


attempt("f['s'][:]", lambda: f['s'][:])
attempt("f['s'][0]", lambda: f['s'][0])
attempt("len(f['s'])", lambda: len(f['s']))
attempt("[r for r in f['s']]", lambda: [r for r in f['s']])
attempt("f['s'].asstr()", lambda: f['s'].asstr())


def case_1():
    f['texts'][1] = 3


attempt("f['texts'][1] = 3", case_1)
f["texts"][1] = "new"
f["flags"][0] = False
f["s"][()] = 7
f["s"][...] = 8
print(f["texts"][1], f["flags"][:], f["s"][()])
