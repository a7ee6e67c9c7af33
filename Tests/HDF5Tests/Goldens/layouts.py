"""Writes small HDF5 files in the layouts that h5py has, and layouts.tsv: what h5py reads from them.

    python3.11 -m venv venv && venv/bin/pip install numpy==1.26.4 h5py==3.16.0
    venv/bin/python Tests/HDF5Tests/Goldens/layouts.py

Each line of layouts.tsv is one array: file, path, NumPy's letters for its type, shape, SHA-256 of its bytes. The bytes of
numbers are in little-endian order; a text counts as its length in eight bytes and its own bytes; `attribute NAME of PATH` is an
attribute. Files with newer groups hold the time that they were
made at, and differ from run to run in that alone. A dataset without a value has the shape `null`. `refused` in the place of the type stands for what is not read here.
"""

import ctypes
import glob
import hashlib
import os

import h5py
import numpy as np

assert h5py.__version__ == "3.16.0" and np.__version__ == "1.26.4"
HERE = os.path.dirname(os.path.abspath(__file__))
LAYOUTS = []


def layout(**options):
    def add(function):
        LAYOUTS.append((function.__name__.replace("_", "-"), options, function))
        return function
    return add


def ramp(shape, dtype, step=7):
    return (np.arange(np.prod(shape, dtype=int)) * step % 251).reshape(shape).astype(dtype)


@layout()
def course(f):
    f["train_set_x"] = ramp((4, 8, 8, 3), "u1")
    f["train_set_y"] = np.array([5, 0, 2, 5])
    f["list_classes"] = np.arange(6)


@layout()
def integers_little(f):
    for size in (1, 2, 4, 8):
        for kind in "iu":
            info = np.iinfo(f"{kind}{size}")
            f[f"{kind}{size}"] = np.array([info.min, info.max, 0, 1, 77], f"<{kind}{size}")


@layout()
def integers_big(f):
    for size in (2, 4, 8):
        for kind in "iu":
            info = np.iinfo(f"{kind}{size}")
            f[f"{kind}{size}"] = np.array([info.min, info.max, 0, 1, 77], f">{kind}{size}")


@layout()
def floats_little(f):
    for size in (2, 4, 8):
        f[f"f{size}"] = np.array([0.0, -0.0, 1.5, -1e-3, np.inf, -np.inf, np.nan, 6e-8], f"<f{size}")


@layout()
def floats_big(f):
    for size in (2, 4, 8):
        f[f"f{size}"] = np.array([0.0, -0.0, 1.5, -1e-3, np.inf, -np.inf, np.nan, 6e-8], f">f{size}")


@layout()
def truth_values(f):
    f["flags"] = np.array([[True, False, True], [False, False, True]])
    f["one"] = np.bool_(True)


@layout()
def scalars(f):
    f["int"] = 7
    f["float"] = 0.1
    f["small"] = np.float32(0.1)
    f["byte"] = np.uint8(200)


@layout()
def empty(f):
    f["none"] = np.zeros((0,), "f8")
    f["rows"] = np.zeros((3, 0, 2), "i4")
    f.create_dataset("null", data=h5py.Empty("f4"))
    f.create_dataset("grows", (0, 3), "u1", maxshape=(None, 3))


def store_compact(f, name, data):
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_layout(h5py.h5d.COMPACT)
    properties.set_obj_track_times(False)
    space = h5py.h5s.create_simple(data.shape)
    dataset = h5py.h5d.create(f.id, name.encode(), h5py.h5t.py_create(data.dtype), space, properties)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data)


@layout()
def compact(f):
    store_compact(f, "x", ramp((5, 7), "<f8"))
    store_compact(f, "bytes", ramp((300,), "u1"))


@layout()
def chunked(f):
    f.create_dataset("x", data=ramp((6, 10), "i4"), chunks=(3, 5))


@layout()
def chunked_unevenly(f):
    f.create_dataset("x", data=ramp((7, 11, 3), "i2"), chunks=(3, 4, 2))


@layout()
def gzip_least(f):
    f.create_dataset("x", data=ramp((20, 30), "i8"), chunks=(7, 30), compression="gzip", compression_opts=1)


@layout()
def gzip_most(f):
    f.create_dataset("x", data=ramp((20, 30), "f8"), compression="gzip", compression_opts=9)


@layout()
def gzip_stored(f):
    f.create_dataset("x", data=ramp((100,), "u1"), compression="gzip", compression_opts=0)


@layout()
def shuffled(f):
    f.create_dataset("x", data=ramp((33,), "<i4"), chunks=(10,), shuffle=True)


@layout()
def shuffled_and_gzipped(f):
    f.create_dataset("x", data=ramp((40, 5), "<f4"), chunks=(16, 5), shuffle=True, compression="gzip")
    f.create_dataset("big", data=ramp((40,), ">f8"), shuffle=True, compression="gzip")


@layout()
def checksums(f):
    f.create_dataset("x", data=ramp((50,), "i4"), chunks=(20,), fletcher32=True)
    f.create_dataset("all", data=ramp((50,), "i4"), chunks=(20,), fletcher32=True, shuffle=True, compression="gzip")


@layout()
def scale_offset(f):
    f.create_dataset("x", data=ramp((60,), "i4"), chunks=(30,), scaleoffset=0)


@layout()
def lzf(f):
    f.create_dataset("x", data=ramp((60, 20), "i4"), chunks=(25, 20), compression="lzf")
    f.create_dataset("noise", data=ramp((300,), "u1", 83), compression="lzf", shuffle=True)


@layout()
def growing(f):
    d = f.create_dataset("x", data=ramp((5, 4), "i4"), maxshape=(None, 4), chunks=(2, 4))
    d.resize((9, 4))
    d[7:9] = 5


@layout()
def partly_written(f):
    d = f.create_dataset("x", (12, 6), "f4", chunks=(4, 3), fillvalue=2.5)
    d[5, 1:4] = [1, 2, 3]
    f.create_dataset("never", (10,), "i8", fillvalue=-3)
    f.create_dataset("zeros", (10,), "i2")


@layout()
def fixed_texts(f):
    f["padded"] = np.array([b"one", b"three", b"", b"abcdefgh"])
    f["rows"] = np.array([[b"a", b"bc"], [b"def", b"g\x01h"]])
    f["one"] = np.bytes_(b"only")
    spaced = h5py.h5t.C_S1.copy()
    spaced.set_size(6)
    spaced.set_strpad(h5py.h5t.STR_SPACEPAD)
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_obj_track_times(False)
    h5py.h5d.create(f.id, b"spaced", spaced, h5py.h5s.create_simple((2,)), properties).write(
        h5py.h5s.ALL, h5py.h5s.ALL, np.array([b"ab    ", b"c d   "], "S6"), mtype=spaced)


@layout()
def variable_texts(f):
    f["utf8"] = ["eins", "", "drei und ä€", "x" * 300]
    f.create_dataset("ascii", data=[b"plain", b"bytes"], dtype=h5py.string_dtype("ascii"))
    f["one"] = "a single text"
    f.create_dataset("gzipped", data=["a", "bb", "ccc"] * 10, compression="gzip")
    f.create_dataset("unwritten", (3,), h5py.string_dtype())


@layout()
def enumerations(f):
    f.create_dataset("x", data=[2, 1, 2, 0], dtype=h5py.enum_dtype({"RED": 0, "GREEN": 1, "BLUE": 2}, "i4"))


@layout()
def groups(f):
    f["a/b/c/d"] = ramp((3,), "i8")
    f["a/e"] = 1.5
    f["a/unicode ä/x"] = ramp((2, 2), "u1")
    f.create_group("nothing/inside")


@layout()
def many_members(f):
    for i in range(30):
        f[f"group/member {i:03}"] = np.uint8(i)
    f["group/last"] = ramp((3,), "i2")


@layout()
def links(f):
    f["real"] = ramp((4,), "i4")
    f["hard"] = f["real"]
    f["soft"] = h5py.SoftLink("/real")
    f["folder/inner"] = ramp((2,), "u1")
    f["folder/beside"] = h5py.SoftLink("inner")
    f["dangling"] = h5py.SoftLink("/nowhere")
    f["outside"] = h5py.ExternalLink("course.h5", "/train_set_y")


@layout()
def attributes(f):
    f.attrs["int"] = 5
    f.attrs["float"] = 2.5
    f.attrs["text"] = "ein Text, ä"
    f.attrs["bytes"] = np.bytes_(b"fixed")
    f.attrs["array"] = ramp((3, 2), "f4")
    f.attrs["texts"] = ["a", "bc"]
    f.attrs["flag"] = True
    f.attrs["big"] = np.array([1, -2], ">i4")
    f.attrs["null"] = h5py.Empty("i8")
    f["x"] = ramp((2,), "i8")
    f["x"].attrs["unit"] = "m"
    f.create_group("g").attrs["list"] = [1, 2, 3]


@layout(libver=("earliest", "v110"))
def many_attributes(f):
    f["x"] = 1
    for i in range(12):
        f["x"].attrs[f"attribute {i:02}"] = i * 1.5


@layout(track_order=True)
def order_kept(f):
    for name in ["zebra", "apple", "monkey"]:
        f.create_dataset(name, data=len(name))
    g = f.create_group("g", track_order=True)
    g.attrs["z"] = 1
    g.attrs["a"] = 2


@layout(userblock_size=512)
def user_block(f):
    f["x"] = ramp((9,), "i4")


@layout(chunk_tree=64)
def superblock_1(f):
    f["x"] = ramp((9, 2), "i4")
    f.create_dataset("gzip", data=ramp((30, 4), "f8"), chunks=(8, 4), compression="gzip")


@layout(bounds=(1, 1))
def superblock_2(f):
    f["x"] = ramp((9, 2), "i4")
    f.create_dataset("g/gzip", data=ramp((30, 4), "f8"), chunks=(8, 4), compression="gzip")
    f["g"].attrs["text"] = "old"


@layout(libver=("v110", "v110"))
def superblock_3(f):
    f["x"] = ramp((9, 2), "i4")
    f["g/text"] = "new"


@layout(libver=("v110", "v110"))
def index_single(f):
    f.create_dataset("x", data=ramp((9, 2), "i4"), chunks=(9, 2))
    f.create_dataset("gzip", data=ramp((9, 2), "i4"), chunks=(9, 2), compression="gzip")


@layout(libver=("v110", "v110"))
def index_fixed(f):
    f.create_dataset("x", data=ramp((20, 6), "i4"), chunks=(3, 4))
    f.create_dataset("gzip", data=ramp((20, 6), "i4"), chunks=(3, 4), compression="gzip")


@layout(libver=("v110", "v110"))
def index_extensible(f):
    f.create_dataset("x", data=ramp((25, 2), "i4"), chunks=(2, 2), maxshape=(None, 2))
    f.create_dataset("gzip", data=ramp((25, 2), "i4"), chunks=(2, 2), maxshape=(None, 2), compression="gzip")


@layout(libver=("v110", "v110"))
def index_tree(f):
    f.create_dataset("x", data=ramp((9, 10), "i4"), chunks=(2, 3), maxshape=(None, None))
    f.create_dataset("gzip", data=ramp((9, 10), "i4"), chunks=(2, 3), maxshape=(None, None), compression="gzip")


@layout(libver=("v110", "v110"))
def index_implicit(f):
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_chunk((4, 3))
    properties.set_obj_track_times(False)
    properties.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    data = ramp((10, 6), "<i4")
    dataset = h5py.h5d.create(
        f.id, b"x", h5py.h5t.NATIVE_INT32, h5py.h5s.create_simple(data.shape), properties)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, data)


@layout(libver=("v110", "v110"))
def dense_group(f):
    for i in range(20):
        f[f"member {i}"] = i


@layout(libver=("v110", "v110"), fs_strategy="page", fs_persist=True, fs_page_size=512)
def paged(f):
    f["x"] = ramp((50,), "i4")


@layout()
def many_axes(f):
    f["x"] = ramp((2, 1, 3, 2, 1, 2), "i2")
    f.create_dataset("y", data=ramp((2, 3, 2, 2, 2), "f4"), chunks=(1, 2, 2, 1, 2), compression="gzip")


@layout()
def named_type(f):
    f["type"] = np.dtype("<i2")
    f.create_dataset("x", data=[1, 2, 3], dtype=f["type"])


@layout()
def not_numbers(f):
    f["compound"] = np.array([(1, 2.0)], [("a", "i4"), ("b", "f8")])
    f["complex"] = np.array([1 + 2j])
    f["opaque"] = np.array([b"ab"], "V2")
    f.create_dataset("lists", (2,), h5py.vlen_dtype("i4"))
    f["x"] = 1
    f["reference"] = f["x"].ref
    f["quad"] = np.zeros(2, np.longdouble)


@layout()
def virtual(f):
    made = h5py.VirtualLayout((4,), "i8")
    made[:] = h5py.VirtualSource("course.h5", "train_set_y", (4,))
    f.create_virtual_dataset("x", made)


@layout()
def elsewhere(f):
    f.create_dataset("x", (4,), "u1", external=[("elsewhere.bin", 0, 4)])


REFUSED = {"compound", "complex", "opaque", "lists", "reference", "quad", "virtual", "elsewhere", "outside", "type"}


def digest(value, dtype):
    if dtype.kind == "O" or dtype.kind == "S":
        parts = []
        for text in np.asarray(value, object).ravel():
            text = text if isinstance(text, bytes) else text.encode()
            parts.append(len(text).to_bytes(8, "little") + text)
        data = b"".join(parts)
    else:
        data = np.ascontiguousarray(value).astype(dtype.newbyteorder("<")).tobytes()
    return hashlib.sha256(data).hexdigest()


def describe(name, path, value, dtype, shape):
    if shape is None:
        return (name, path, dtype.str, "null", "")
    return (name, path, dtype.str, "x".join(map(str, shape)) or "scalar", digest(value, dtype))


def records(name):
    with h5py.File(os.path.join(HERE, name + ".h5"), "r") as f:
        def attributes(path, item):
            for key in item.attrs:
                value = item.attrs[key]
                low = item.attrs.get_id(key)
                dtype = np.dtype("O") if isinstance(value, str) else low.dtype
                shape = None if isinstance(value, h5py.Empty) else low.shape
                yield describe(name, f"attribute {key} of {path}", value, dtype, shape)

        def walk(path, group):
            yield from attributes(path or "/", group)
            for key in group:
                inner = f"{path}/{key}"
                if key == "dangling":
                    continue
                if name in REFUSED or key in REFUSED:
                    yield (name, inner, "refused", "", "")
                    continue
                item = group[key]
                if isinstance(item, h5py.Group):
                    yield from walk(inner, item)
                else:
                    value = None if item.shape is None else item[()]
                    yield describe(name, inner, value, item.dtype, item.shape)
                    yield from attributes(inner, item)

        yield from walk("", f)


def create(path, options):
    if not options.keys() & {"bounds", "chunk_tree"}:
        return h5py.File(path, "w", **options)
    # What h5py has no names for: what HDF5 1.8 wrote, and another breadth of the trees of chunks.
    access = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    creation.set_obj_track_times(False)
    access.set_libver_bounds(*options.get("bounds", (h5py.h5f.LIBVER_EARLIEST, h5py.h5f.LIBVER_LATEST)))
    if "chunk_tree" in options:
        library = glob.glob(os.path.join(os.path.dirname(h5py.__file__), "..", "h5py.libs", "libhdf5-*"))[0]
        set_breadth = ctypes.CDLL(library).H5Pset_istore_k
        set_breadth.argtypes = [ctypes.c_int64, ctypes.c_uint]
        assert set_breadth(creation.id, options["chunk_tree"]) >= 0
    return h5py.File(h5py.h5f.create(path.encode(), h5py.h5f.ACC_TRUNC, fcpl=creation, fapl=access))


def main():
    lines = []
    total = 0
    for name, options, write in LAYOUTS:
        path = os.path.join(HERE, name + ".h5")
        with create(path, options) as f:
            write(f)
        total += os.path.getsize(path)
        lines += records(name)
    if os.path.exists(os.path.join(HERE, "elsewhere.bin")):
        os.remove(os.path.join(HERE, "elsewhere.bin"))
    with open(os.path.join(HERE, "layouts.tsv"), "w") as table:
        table.writelines("\t".join(line) + "\n" for line in lines)
    print(f"{len(LAYOUTS)} files, {total} bytes, {len(lines)} arrays")


main()
