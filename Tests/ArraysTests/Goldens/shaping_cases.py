"""Other shapes for the same elements, joining and splitting, padding and repeating."""

import numpy as np

from indexing_operations import Operations


def axes(p, name="axis"):
    """An axis or a tuple of them."""
    value = p.integers(name)
    return value[0] if value is not None and len(value) == 1 else value


def pad(p, x, widths, *constants):
    arguments = {"constant_values": constants[0]} if constants else {}
    result = np.pad(x, widths, mode=p.get("mode", "constant"), **arguments)
    return result


def insert(p, x, indices, values):
    return np.insert(x, indices, values, axis=p.integer("axis"))


def delete_slice(p, x):
    start, stop, step = (int(word) if word else None for word in p["slice"].split(":"))
    return np.delete(x, slice(start, stop, step), axis=p.integer("axis"))


def points(p):
    return p.integer("sections") if "sections" in p else list(p.integers("at"))


OPERATIONS = {
    "reshape": lambda p, x: np.reshape(x, p.integers("shape"), order=p.get("order", "C")),
    "ravel": lambda p, x: np.ravel(x, order=p.get("order", "C")),
    "flatten": lambda p, x: x.flatten(order=p.get("order", "C")),
    "resize": lambda p, x: np.resize(x, p.integers("shape")),
    "transpose": lambda p, x: np.transpose(x, p.integers("axes")),
    "swapaxes": lambda p, x: np.swapaxes(x, *p.integers("axes")),
    "moveaxis": lambda p, x: np.moveaxis(x, p.integers("source"), p.integers("destination")),
    "rollaxis": lambda p, x: np.rollaxis(x, p.integer("axis"), p.integer("start", 0)),
    "squeeze": lambda p, x: np.squeeze(x, axis=p.integers("axis")),
    "expand_dims": lambda p, x: np.expand_dims(x, p.integers("axis")),
    "atleast_1d": lambda p, x: np.atleast_1d(x),
    "atleast_2d": lambda p, x: np.atleast_2d(x),
    "atleast_3d": lambda p, x: np.atleast_3d(x),
    "broadcast_to": lambda p, x: np.broadcast_to(x, p.integers("shape")),
    "broadcast_arrays": lambda p, *x: [y.copy() for y in np.broadcast_arrays(*x)],
    "flip": lambda p, x: np.flip(x, p.integers("axis")),
    "rot90": lambda p, x: np.rot90(x, p.integer("k", 1), p.integers("axes", (0, 1))),
    "roll": lambda p, x: np.roll(x, axes(p, "shift"), axes(p)),
    "repeat": lambda p, x, n: np.repeat(x, n, axis=p.integer("axis")),
    "tile": lambda p, x: np.tile(x, p.integers("times")),
    "pad": pad,
    "concatenate": lambda p, *x: np.concatenate(x, axis=p.integer("axis", None) if "axis" in p else 0),
    "stack": lambda p, *x: np.stack(x, axis=p.integer("axis", 0)),
    "hstack": lambda p, *x: np.hstack(x),
    "vstack": lambda p, *x: np.vstack(x),
    "dstack": lambda p, *x: np.dstack(x),
    "column_stack": lambda p, *x: np.column_stack(x),
    "split": lambda p, x: np.split(x, points(p), axis=p.integer("axis", 0)),
    "array_split": lambda p, x: np.array_split(x, points(p), axis=p.integer("axis", 0)),
    "hsplit": lambda p, x: np.hsplit(x, points(p)),
    "vsplit": lambda p, x: np.vsplit(x, points(p)),
    "dsplit": lambda p, x: np.dsplit(x, points(p)),
    "append": lambda p, x, y: np.append(x, y, axis=p.integer("axis")),
    "insert": insert,
    "delete": lambda p, x, i: np.delete(x, i, axis=p.integer("axis")),
    "delete_slice": delete_slice,
    "copy_k": lambda p, x: x.astype(p.get("dtype", x.dtype)),
    "copy_c": lambda p, x: x.copy(order=p.get("order", "C")),
}

a = np.arange(12.0).reshape(3, 4)
b = np.arange(24.0).reshape(2, 3, 4)
c = np.arange(120.0).reshape(2, 3, 4, 5)
ARRAYS = {
    "a": a, "b": b, "c": c, "at": a.T, "bt": b.transpose(1, 0, 2), "bT": b.transpose(2, 0, 1), "btt": b.T,
    "br": b[::-1, :, ::2], "ar": a[::-1, ::-1], "as": a[:, ::2], "thin": np.arange(6.0).reshape(2, 1, 3).transpose(1, 2, 0), "ct": c.transpose(0, 2, 1, 3), "cT": c.T,
    "v": np.arange(5), "w": np.arange(10.0)[::-2], "s": np.array(5.0), "z": np.zeros((3, 0)), "e": np.array([], dtype=np.int64),
    "f32": np.arange(6, dtype=np.float32).reshape(2, 3), "u": np.arange(250, 255, dtype=np.uint8), "k": np.array([True, False, True]),
    "ro": np.broadcast_to(np.arange(3.0), (2, 3)), "one": np.ones((1, 1)), "ones": np.ones((1, 3, 1)), "p": np.arange(3.0),
    "n1": np.array(2), "n0": np.array(0), "nm": np.array(-1), "n2": np.array([1, 2]), "n3": np.array([1, 0, 2]), "n4": np.array([0, 1, 2, 0]),
    "nb": np.array([1, -2, 1]), "nf": np.array([1.5]), "n22": np.array([[1, 2], [3, 0]]), "n12": np.array([[1, 2]]), "n21": np.array([[1], [2]]),
    "n32": np.array([[1, 0], [0, 2], [3, 1]]), "nk": np.array([True]), "n7": np.array(7), "n11": np.array([2]), "n00": np.array([0, 0]),
    "z2": np.array([[1, 1], [0, 0]]), "q": np.array([[[1]]]),
    "x0": np.array(9.5), "x2": np.array([7.0, 8.0]), "x3": np.array([7.0, 8.0, 9.0]), "x4": np.arange(4.0) * 10, "x31": np.array([[1.0], [2.0], [3.0]]),
    "i0": np.array(1), "im": np.array(-1), "i9": np.array(9), "i1": np.array([1]), "i2": np.array([0, 2]), "ir": np.array([2, 0, 2]), "if": np.array([1.0, 2.0]),
    "i00": np.array([[0, 1]]), "ib": np.array([True, False, True]), "i5": np.array([9, 1]), "if0": np.array(1.0),
}

with Operations(__file__, "shaping_cases.txt", OPERATIONS, ARRAYS) as golden:
    for name, shapes in {
            "a": "4,3 2,6 2,-1 -1 12 12,1 1,12 2,2,3 3,4 4,2 -1,5 5,-1 -1,-1 7 -1,7,2 7,-1,2 -2,6 0 0,-1 1,3,1,4,1",
            "at": "3,4 2,6 12 4,3 2,2,3 4,1,3 -1,3 5", "bt": "6,4 3,8 24 3,2,4 3,2,2,2 3,1,2,4 2,3,4", "bT": "4,6 24 8,3 2,2,6 4,2,3,1",
            "br": "6,2 12 2,6 3,4 2,3,2,1", "ar": "12 4,3 3,2,2 6,2", "as": "6 3,2,1 2,3 3,1,2", "btt": "24 4,6 12,2", "v": "5,1 1,5 5 -1,1 3",
            "w": "5,1 -1 1,5,1", "s": "1 1,1 -1 1,-1 -1,2 2", "z": "0 -1 0,3 3,0 5,-1 -1,0 0,-1 4 3,-1,0", "ro": "6 3,2 2,3 2,1,3", "one": "1 1,1,1 2", "ct": "2,12,5 2,4,15 120 8,3,5",
            "ones": "3 1,3 3,1,1"}.items():
        for shape in shapes.split():
            for order in ("C", "F"):
                golden.run(f"reshape shape={shape} order={order} | {name}")
    golden.run("reshape shape= | a")
    golden.run("reshape shape= | s")
    golden.run("reshape shape= | one")
    for name in ARRAYS:
        if name in ("a", "at", "b", "bt", "bT", "br", "w", "s", "z", "ro", "as", "ones"):
            for operation in ("ravel", "flatten"):
                for order in ("C", "F"):
                    golden.run(f"{operation} order={order} | {name}")
            for operation in ("transpose", "squeeze", "flip", "atleast_1d", "atleast_2d", "atleast_3d", "copy_k", "copy_c", "copy_c order=F"):
                golden.run(f"{operation} | {name}")
            golden.run(f"copy_k dtype=int64 | {name}")
    for shape in ("2,3", "5", "0", "7", "2,-1", "3,3,3", ""):
        for name in ("a", "at", "v", "z", "s", "u"):
            golden.run(f"resize shape={shape} | {name}")
    for line in ("axes=1,0 | a", "axes=0,0 | a", "axes=0 | a", "axes=0,3 | a", "axes=2,0,1 | b", "axes=-1,0,1 | b", "axes=1,0,2 | bt", "axes= | s", "axes=0 | v"):
        golden.run(f"transpose {line}")
    for line in ("axes=0,1 | a", "axes=0,-1 | b", "axes=0,2 | a", "axes=2,0 | a", "axes=1,1 | a", "axes=0,0 | s"):
        golden.run(f"swapaxes {line}")
    for line in ("source=0 destination=2 | b", "source=0,1 destination=-1,-2 | b", "source=0 destination=2 | a", "source=2 destination=0 | a",
                 "source=0,1 destination=0 | a", "source=0,0 destination=0,1 | a", "source=-1 destination=0 | c", "source=0,2 destination=1,0 | c"):
        golden.run(f"moveaxis {line}")
    for line in ("axis=1 | a", "axis=2 | b", "axis=0 start=3 | b", "axis=0 start=2 | b", "axis=3 | a", "axis=1 start=4 | a", "axis=1 start=-1 | b", "axis=0 start=-9 | a"):
        golden.run(f"rollaxis {line}")
    for line in ("axis=0 | a", "axis=0 | ones", "axis=0,2 | ones", "axis=-1 | ones", "axis=0,0 | ones", "axis=3 | a", "axis= | a", "axis=0,1 | one"):
        golden.run(f"squeeze {line}")
    for line in ("axis=0 | a", "axis=-1 | a", "axis=1 | at", "axis=0,3 | a", "axis=0,0 | a", "axis=3 | a", "axis=-4 | a", "axis=0 | s", "axis=0,1,2 | v", "axis=1 | z"):
        golden.run(f"expand_dims {line}")
    for line in ("shape=2,3,4 | a", "shape=3,4 | a", "shape=2,3 | a", "shape=3 | a", "shape= | a", "shape=2,2 | s", "shape= | s", "shape=-1,3,4 | a", "shape=0,3 | p", "shape=2,3,2 | ones"):
        golden.run(f"broadcast_to {line}")
    for names in ("a x4", "a v", "x31 x4", "a s", "ones x2", "a x31 v", "a", "b at", ""):
        golden.run(f"broadcast_arrays | {names}")
    for line in ("axis=0 | a", "axis=1 | at", "axis=0,1 | b", "axis=-1 | b", "axis=2 | a", "axis=0,0 | a", "axis=0 | z", "axis=1 | z", "axis=0 | w", "axis= | a"):
        golden.run(f"flip {line}")
    for name in ("a", "at", "b", "z"):
        for k in (-1, 0, 1, 2, 3, 4, 6):
            golden.run(f"rot90 k={k} | {name}")
    for line in ("axes=1,0 | a", "axes=1,2 | b", "axes=0,0 | a", "axes=0,2 | a", "axes=0,3 | a", "| v", "axes=0,-1 | b"):
        golden.run(f"rot90 {line}")
    for line in ("shift=1 | a", "shift=-1 | at", "shift=1 axis=0 | a", "shift=-2 axis=1 | a", "shift=1 axis=0 | at", "shift=1,2 axis=0,1 | a", "shift=1,2 | a", "shift=1,2 axis=0 | a",
                 "shift=1 axis=0,1 | a", "shift=1,2,3 axis=0,1 | a", "shift=1 axis=2 | a", "shift=9 axis=1 | b", "shift=1 axis=1 | z", "shift=3 | s", "shift=1 axis=-1 | bt", "shift=1,1 axis=0,0 | at",
                 "shift=2 | v", "shift=-7 | v", "shift=0 | a", "shift=1,-1,2 axis=2,0,1 | bT"):
        golden.run(f"roll {line}")
    for name in ("a", "at", "b", "v", "s", "z", "u"):
        for repeats in ("n1", "n0", "nm", "n2", "n3", "n4", "nb", "nf", "nk", "n11", "n22"):
            for axis in ("none", "0", "-1"):
                golden.run(f"repeat axis={axis} | {name} {repeats}")
    golden.run("repeat axis=3 | a n1")
    for name in ("a", "at", "b", "v", "s", "z", "one"):
        for times in ("2", "1", "0", "2,2", "1,2", "2,1,3", "1,1,1", "-1", ""):
            golden.run(f"tile times={times} | {name}")
    for mode in ("constant", "edge", "reflect", "symmetric", "wrap"):
        for name, widths in (("v", "n1"), ("v", "n2"), ("v", "n7"), ("v", "n0"), ("a", "n1"), ("a", "n2"), ("a", "n21"), ("a", "n22"), ("at", "n22"), ("at", "n7"), ("b", "n32"), ("bt", "n1"), ("ones", "n1"),
                             ("z", "n1"), ("z", "z2"), ("s", "n1"), ("u", "n2"), ("f32", "n12"), ("k", "n1"), ("a", "n3"), ("a", "n32"), ("v", "nm"), ("v", "nf"), ("v", "u"), ("a", "n00"), ("v", "n22"), ("v", "q"), ("w", "n7")):
            golden.run(f"pad mode={mode} | {name} {widths}")
    for line in ("a n1 x0", "a n1 n2", "a n1 n22", "a n22 n21", "a n1 n3", "at n22 n22", "b n1 n32", "b n1 x2", "v n2 x0", "u n1 n2", "s n1 x0", "z n1 x0", "c n1 x2", "k n1 n2"):
        golden.run(f"pad mode=constant | {line}")
    for line in ("| a a", "| at at", "| at x31", "axis=1 | a a", "axis=1 | at at", "axis=-1 | b b", "axis=1 | bt bt", "axis=2 | bT bT bT", "| v u", "| f32 f32", "| f32 ro", "axis=none | a v", "axis=none | v u", "| k u",
                 "| k k", "|", "| a v", "| a b", "axis=1 | a at", "axis=2 | a a", "axis=-3 | a a", "| s s", "| z z", "axis=1 | z a", "axis=1 | a z", "| e v", "| a", "axis=1 | x31 a", "axis=none | s s", "| ar ar", "| p x3 e"):
        golden.run(f"concatenate {line}")
    for line in ("| a a", "| at at", "axis=1 | a a", "axis=-1 | at at", "axis=2 | a a", "|", "| a v", "axis=3 | a a", "axis=-4 | a a", "| s s", "| v u", "| v", "axis=1 | v u", "axis=-1 | bt bt", "| z z", "axis=2 | thin thin", "axis=0 | thin thin", "axis=3 | thin thin"):
        golden.run(f"stack {line}")
    for operation in ("hstack", "vstack", "dstack", "column_stack"):
        for names in ("a a", "at at", "v v", "v u", "s s", "a v", "p x3", "a x31", "b b", "", "z a", "a", "bt bt", "p a", "k u"):
            golden.run(f"{operation} | {names}")
    for operation in ("split", "array_split"):
        for line in ("sections=2 | a", "sections=3 | a", "sections=2 axis=1 | a", "sections=4 axis=-1 | at", "at=1,2 | a", "at=1,9 | a", "at=-1 | v", "at=3,1,-1 | v", "at= | v", "sections=0 | v", "sections=-1 | v",
                     "sections=3 | v", "sections=2 axis=5 | a", "sections=1 | s", "sections=7 | v", "at=1 axis=-3 | a", "at=2,3 axis=1 | br", "sections=1 | z"):
            golden.run(f"{operation} {line}")
    for operation in ("hsplit", "vsplit", "dsplit"):
        for line in ("sections=2 | a", "sections=1 | v", "sections=1 | s", "sections=2 | b", "at=1 | b", "at=1,2 | at"):
            golden.run(f"{operation} {line}")
    for line in ("| a v", "| v x0", "axis=0 | a a", "axis=1 | a x31", "axis=0 | v a", "axis=0 | at at", "| u v", "| s s", "axis=2 | a a", "| at at"):
        golden.run(f"append {line}")
    for axis in ("none", "0", "1", "2", "-1"):
        for name in ("a", "at", "v", "b", "s"):
            for line in ("i0 x0", "im x2", "i9 x0", "i1 x3", "i2 x2", "ir x3", "i2 x0", "i0 x4", "i1 x4", "i1 x31", "i0 x31", "i5 x0", "i2 x3", "if x0", "if0 x0", "i00 x0", "ib x0"):
                if axis in ("none", "0") or name in ("a", "at", "b") and axis != "2" and line[:2] in ("i0", "i1", "i2"):
                    golden.run(f"insert axis={axis} | {name} {line}")
    golden.run("insert axis=2 | a i0 x0")
    for axis in ("none", "0", "1", "-1", "3"):
        for name in ("a", "at", "v", "b"):
            for indices in ("i0", "im", "i9", "i1", "i2", "ir", "if", "i00", "ib", "i5", "e", "k"):
                if axis != "3" or indices == "i0":
                    golden.run(f"delete axis={axis} | {name} {indices}")
    for line in ("slice=0:2: | v", "slice=::2 | v", "slice=::-1 | v", "slice=3:: axis=1 | a", "slice=::-2 axis=0 | at", "slice=9:: | v", "slice=1:2: axis=1 | at", "slice=::0 | v", "slice=:: axis=0 | a"):
        golden.run(f"delete_slice {line}")
