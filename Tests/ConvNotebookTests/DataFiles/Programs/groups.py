import h5py
import numpy as np

f = h5py.File("scratch.h5", "w")
f["a/b/x"] = [1, 2, 3]
g = f.create_group("empty")
print(f["a"], f["a/b"], f["/a/b"].name, f["a"]["b"]["x"].name, f["/"], g, g.name, g.parent, f["a/b/x"].parent.name)
print(f["a/b/x"].file, f["a"].keys(), f["a"].items(), f["a"].values(), list(f["a"].items()), dict(f))
print("a/b" in f, "a/c" in f, "" in f, "/" in f, "nope/x" in f, "a/b/x/y" in f, f["a"] == f["a"], f == f["/"])
print(f.require_group("a/b"), f.require_group("a/n"), isinstance(f, h5py.Group), isinstance(f["a/b/x"], h5py.Dataset))
print(h5py.File, h5py.Group, type(f["a/b/x"]), sorted(f), len(f.keys()), "a" in f.keys())
f["second"] = f["a/b/x"]
f["second"][0] = 9
print(f["a/b/x"][:])
del f["a/b/x"]
print(list(f["a/b"]), f["second"][:])
f.visit(print)
f.visititems(lambda name, item: print(name, item))
print(f.visit(lambda name: name if "n" in name else None))


def attempt(text, act):
    try:
        act()
        print(text, "ok")
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


attempt("f['nope']", lambda: f['nope'])
attempt("f['a/nope']", lambda: f['a/nope'])
attempt("f['nope/x']", lambda: f['nope/x'])
attempt("f['second/y']", lambda: f['second/y'])
attempt("f['']", lambda: f[''])
attempt('f[3]', lambda: f[3])
attempt('f[()]', lambda: f[()])
attempt('3 in f', lambda: 3 in f)
attempt("f.create_group('a')", lambda: f.create_group('a'))
attempt("f.require_group('second')", lambda: f.require_group('second'))


def case_2():
    f['a'] = 3


attempt("f['a'] = 3", case_2)


def case_3():
    f['x'] = {}


attempt("f['x'] = {}", case_3)


def case_4():
    f['x'] = None


attempt("f['x'] = None", case_4)


def case_5():
    del f['nope']


attempt("del f['nope']", case_5)
attempt('f.keys()[0]', lambda: f.keys()[0])
attempt('f.nope', lambda: f.nope)
attempt("f.create_dataset('second', data=1)", lambda: f.create_dataset('second', data=1))
attempt("f.create_dataset('q')", lambda: f.create_dataset('q'))
attempt("f.create_dataset('q', (2, 2), data=[1, 2, 3])", lambda: f.create_dataset('q', (2, 2), data=[1, 2, 3]))
attempt("f.create_dataset('q', data=5, compression='gzip')", lambda: f.create_dataset('q', data=5, compression='gzip'))
attempt("f.create_dataset('q', data=[5], compression='foo')", lambda: f.create_dataset('q', data=[5], compression='foo'))
attempt("f.create_dataset('q', data=[5], compression='gzip', compression_opts=11)", lambda: f.create_dataset('q', data=[5], compression='gzip', compression_opts=11))
attempt("f.create_dataset('q', (3,), foo=1)", lambda: f.create_dataset('q', (3,), foo=1))
attempt("f.create_dataset('q', data=np.zeros((5, 5)), chunks=(2,))", lambda: f.create_dataset('q', data=np.zeros((5, 5)), chunks=(2,)))
attempt("f.create_dataset('q', data=np.zeros((5, 5)), chunks=(20, 5))", lambda: f.create_dataset('q', data=np.zeros((5, 5)), chunks=(20, 5)))
attempt("f.create_dataset('q', data=[1, 2], maxshape=(1,))", lambda: f.create_dataset('q', data=[1, 2], maxshape=(1,)))
attempt("f.create_dataset('q', data=[[1, 2], [3]])", lambda: f.create_dataset('q', data=[[1, 2], [3]]))
attempt("f['second'].resize((5,))", lambda: f['second'].resize((5,)))


def case_6():
    f['second'][:] = [1, 2]


attempt("f['second'][:] = [1, 2]", case_6)


def case_7():
    f['second'][7] = 1


attempt("f['second'][7] = 1", case_7)


def case_8():
    f['second'][0] = 'a'


attempt("f['second'][0] = 'a'", case_8)
attempt("f.require_dataset('second', (4,), 'i8')", lambda: f.require_dataset('second', (4,), 'i8'))
attempt("f.require_dataset('second', (3,), 'float32')", lambda: f.require_dataset('second', (3,), 'float32'))
attempt("f.require_dataset('a', (3,), 'i8')", lambda: f.require_dataset('a', (3,), 'i8'))
