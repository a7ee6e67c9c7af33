import h5py
import numpy as np

f = h5py.File("scratch.h5", "w")
a = f.attrs
a["int"] = 1
a["float"] = 1.5
a["text"] = "ein Text, ä"
a["list"] = [1, 2, 3]
a["array"] = np.arange(4.0).reshape(2, 2)
a["flag"] = True
a["flags"] = [True, False]
a["single"] = np.float32(2)
a["mixed"] = (1, 2.5)
a["byte"] = np.uint8(3)
a["bytes"] = b"by"
a["empty"] = []
for name in a:
    print(name, repr(a[name]), type(a[name]).__name__)
print(a.keys(), len(a), "int" in a, "nope" in a, a.get("nope"), a.get("nope", 4), list(a.items())[1], list(a.values())[0])
a["int"] = "other"
del a["list"]
a.create("made", 5, dtype="uint8")
a.update({"p": 1, "q": "r"})
print(a["int"], sorted(a), repr(a["made"]))
f.create_dataset("x", data=1).attrs["unit"] = "m"
print(f["x"].attrs["unit"], list(f["x"].attrs), f["x"].attrs.keys())


def attempt(text, act):
    try:
        act()
        print(text, "ok")
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


attempt("a['nope']", lambda: a['nope'])


def case_9():
    del a['nope']


attempt("del a['nope']", case_9)
attempt('a[3]', lambda: a[3])


def case_10():
    a[3] = 1


attempt('a[3] = 1', case_10)


def case_11():
    a['z'] = None


attempt("a['z'] = None", case_11)


def case_12():
    a['z'] = {}


attempt("a['z'] = {}", case_12)
attempt('3 in a', lambda: 3 in a)
