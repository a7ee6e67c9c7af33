import h5py


def attempt(text, act):
    try:
        act()
        print(text, "ok")
    except Exception as error:
        print(text, "!!", type(error).__name__, error, error.args[:1] == (2,))


attempt("h5py.File('missing.h5', 'r')", lambda: h5py.File('missing.h5', 'r'))
attempt("h5py.File('missing.h5')", lambda: h5py.File('missing.h5'))
attempt("h5py.File('missing.h5', 'r+')", lambda: h5py.File('missing.h5', 'r+'))
attempt("h5py.File('nofolder/x.h5', 'w')", lambda: h5py.File('nofolder/x.h5', 'w'))
attempt("h5py.File('scratch.h5', 'q')", lambda: h5py.File('scratch.h5', 'q'))
attempt("h5py.File('text.txt', 'r')", lambda: h5py.File('text.txt', 'r'))
attempt("h5py.File('text.txt/y', 'r')", lambda: h5py.File('text.txt/y', 'r'))
attempt('h5py.File()', lambda: h5py.File())
attempt('h5py.File(3)', lambda: h5py.File(3))
attempt("h5py.File('scratch.h5', foo=1)", lambda: h5py.File('scratch.h5', foo=1))
attempt("h5py.File('scratch.h5', 'x').close()", lambda: h5py.File('scratch.h5', 'x').close())
attempt("h5py.File('scratch.h5', 'x')", lambda: h5py.File('scratch.h5', 'x'))
attempt("h5py.File('scratch.h5', 'w-')", lambda: h5py.File('scratch.h5', 'w-'))
with h5py.File("scratch.h5", "w") as f:
    f["x"] = [1, 2, 3]
    f["g/y"] = 5
    f.attrs["a"] = 1
f = h5py.File("scratch.h5", "r")
print(f, f.mode)


def case_13():
    f['x'][0] = 1


attempt("f['x'][0] = 1", case_13)
attempt("f.create_dataset('ro', data=1)", lambda: f.create_dataset('ro', data=1))


def case_14():
    f.attrs['p'] = 1


attempt("f.attrs['p'] = 1", case_14)


def case_15():
    del f['x']


attempt("del f['x']", case_15)
attempt("f.create_group('gg')", lambda: f.create_group('gg'))


def case_16():
    f['nn'] = 3


attempt("f['nn'] = 3", case_16)
attempt("f.require_group('nope')", lambda: f.require_group('nope'))
attempt("f.require_group('g')", lambda: f.require_group('g'))


def case_17():
    del f.attrs['a']


attempt("del f.attrs['a']", case_17)
attempt("f.require_dataset('x', (3,), 'i8')", lambda: f.require_dataset('x', (3,), 'i8'))
attempt("h5py.File('scratch.h5', 'w')", lambda: h5py.File('scratch.h5', 'w'))
attempt("h5py.File('scratch.h5', 'a')", lambda: h5py.File('scratch.h5', 'a'))
attempt("h5py.File('scratch.h5', 'r').close()", lambda: h5py.File('scratch.h5', 'r').close())
d, g, a, k = f["x"], f["g"], f.attrs, f.keys()
f.close()
f.close()
print(f, d, g, a, bool(f), bool(d), f.name, d.name, "x" in f, f.get("x"))
attempt("f['x']", lambda: f['x'])
attempt('f.keys()', lambda: f.keys())
attempt('len(f)', lambda: len(f))
attempt('d.shape', lambda: d.shape)
attempt('d[:]', lambda: d[:])


def case_18():
    d[0] = 1


attempt('d[0] = 1', case_18)
attempt('d.dtype', lambda: d.dtype)
attempt('len(d)', lambda: len(d))
attempt("g['y']", lambda: g['y'])
attempt('f.attrs', lambda: f.attrs)
attempt("a['a']", lambda: a['a'])
attempt('f.filename', lambda: f.filename)
attempt('f.mode', lambda: f.mode)
attempt("f.create_dataset('q', data=1)", lambda: f.create_dataset('q', data=1))
attempt("f.create_group('q')", lambda: f.create_group('q'))
attempt('list(k)', lambda: list(k))
attempt('print(k)', lambda: print(k))


def case_19():
    f['x'] = 1


attempt("f['x'] = 1", case_19)


def case_20():
    del f['x']


attempt("del f['x']", case_20)
attempt('f.flush()', lambda: f.flush())
attempt('d.file', lambda: d.file)
attempt('f.parent', lambda: f.parent)
