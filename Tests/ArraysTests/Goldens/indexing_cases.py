"""Subscripts, assignments through them, and the functions that pick elements."""

import numpy as np

from indexing_operations import Golden, Operations, parse_index


def get(p, x, *arrays):
    return np.asarray(x[parse_index(p.get("index", ""), arrays)])


def put_value(p, x, value, *arrays):
    x[parse_index(p.get("index", ""), arrays)] = value
    return x


def through(p, x, value, *arrays):
    view = x[parse_index(p["view"], arrays)]
    view[parse_index(p["index"], arrays)] = value
    return x


def put(p, x, indices, values):
    np.put(x, indices, values, mode=p.get("mode", "raise"))
    return x


def put_along(p, x, indices, values):
    np.put_along_axis(x, indices, values, axis=p.integer("axis"))
    return x


def fill_diagonal(p, x, value):
    np.fill_diagonal(x, value, wrap=p.flag("wrap"))
    return x


OPERATIONS = {
    "get": get,
    "set": put_value,
    "through": through,
    "take": lambda p, x, i: np.take(x, i, axis=p.integer("axis"), mode=p.get("mode", "raise")),
    "put": put,
    "take_along_axis": lambda p, x, i: np.take_along_axis(x, i, axis=p.integer("axis")),
    "put_along_axis": put_along,
    "compress": lambda p, x, c: np.compress(c, x, axis=p.integer("axis")),
    "extract": lambda p, x, c: np.extract(c, x),
    "nonzero": lambda p, x: [np.array(i) for i in np.nonzero(x)],
    "argwhere": lambda p, x: np.argwhere(x),
    "flatnonzero": lambda p, x: np.array(np.flatnonzero(x)),
    "count_nonzero": lambda p, x: np.count_nonzero(
        x, axis=p.integers("axis"), keepdims=p.flag("keepdims")),
    "where": lambda p, c, x, y: np.where(c, x, y),
    "diagonal": lambda p, x: np.diagonal(x, p.integer("k", 0), p.integer("axis1", 0), p.integer("axis2", 1)),
    "diag": lambda p, x: np.diag(x, p.integer("k", 0)),
    "fill_diagonal": fill_diagonal,
    "tril": lambda p, x: np.tril(x, p.integer("k", 0)),
    "triu": lambda p, x: np.triu(x, p.integer("k", 0)),
    "indices": lambda p: np.indices(p.integers("shape")),
    "meshgrid": lambda p, *x: np.meshgrid(*x, indexing=p.get("indexing", "xy"), sparse=p.flag("sparse")),
    "ix_": lambda p, *x: np.ix_(*x),
    "unravel_index": lambda p, x: [np.array(i) for i in np.unravel_index(x, p.integers("shape"), order=p.get("order", "C"))],
    "ravel_multi_index": lambda p, *x: np.ravel_multi_index(
        x, p.integers("shape"), mode=p.get("mode", "raise"), order=p.get("order", "C")),
}

a = np.arange(12.0).reshape(3, 4)
b = np.arange(24.0).reshape(2, 3, 4)
c = np.arange(120.0).reshape(2, 3, 4, 5)
f32 = np.arange(6, dtype=np.float32).reshape(2, 3)
u = np.arange(250, 256, dtype=np.uint8)
flags = np.array([[True, False, True], [False, False, True]])
ARRAYS = {
    "a": a, "b": b, "c": c, "at": a.T, "bt": b.transpose(1, 0, 2), "bT": b.transpose(2, 0, 1), "br": b[::-1, :, ::2],
    "v": np.arange(5), "w": np.arange(10.0)[::-2], "thin": np.arange(24.0).reshape(4, 3, 1, 2).transpose(3, 1, 2, 0), "s": np.array(5.0), "z": np.zeros((3, 0)), "f32": f32, "u": u,
    "flags": flags, "ro": np.broadcast_to(np.arange(3.0), (2, 3)), "one": np.ones(1), "sq": np.arange(9.0).reshape(3, 3),
    "cube": np.arange(27.0).reshape(3, 3, 3), "tall": np.arange(21.0).reshape(7, 3),
    "i": np.array([0, 2]), "j": np.array([1, -1]), "n": np.array([2, 0, 1]), "m": np.array([[0, 1], [1, 0]]),
    "mt": np.array([[0, 1, 1], [1, 0, 0]]).T, "col": np.array([[0], [2]]), "e": np.array([], dtype=np.int64),
    "far": np.array([1, 9]), "low": np.array([0, -9]), "u8": np.array([1, 0], dtype=np.uint8), "i0": np.array(1),
    "i00": np.array([[1]]), "b0": np.array(True), "b1": np.array(False), "fl": np.array([0.0, 1.0]),
    "k2": np.array([True, False]), "k3": np.array([True, False, True]), "k4": np.array([False, True, True, False]),
    "k5": np.array([True, False, True, True, False]), "no3": np.zeros(3, bool),
    "m34": a % 3 == 0, "m23": flags, "m234": b % 5 == 1, "m43": (a % 3 == 0).T, "none34": a > 99,
    "x1": np.array([10.0, 20.0]), "x2": np.array([[10.0, 20.0], [30.0, 40.0]]), "x3": np.array([7.0, 8.0, 9.0]),
    "x4": np.array([1.5, 2.5, 3.5, 4.5]), "x24": -np.arange(8.0).reshape(2, 4), "x34": -np.arange(12.0).reshape(3, 4),
    "x124": -np.arange(8.0).reshape(1, 2, 4), "x224": -np.arange(16.0).reshape(2, 2, 4), "x11": np.array([[3.0]]),
    "x0": np.array(-1.5), "x31": np.array([[-1.0], [-2.0], [-3.0]]), "xi": np.array([300, -1]), "xn": np.array(np.nan), "none": np.array([]),
    "p34": np.argsort(-a, axis=1), "p31": np.array([[0], [1], [3]]), "p13": np.array([[2, 0, 1, 1]]),
    "p22": np.array([[0, 1], [1, 1]]), "nan": np.array([0.0, np.nan, -0.0, 2.0]),
}

BASIC_2D = """0 -1 2 3 -4 : 0: :2 1:2 ::2 ::-1 2::-1 :0:-1 5: :-9 -2: 1:9:2 3:1 1:1 ::0 ... None ...,0 0,... ...,1: 0,1 -1,-2 :,0
:,-1 :,::-1 ::-1,::-2 1:,:2 0,None None,0 :,None None,...,None 0,...,1 0,4 3,0 0,0,0 :,:,: ...,... 0,...,0,... None,None,1,None
-1::-2,1::2 ::9223372036854775807 ::-9223372036854775808 9223372036854775807: -9223372036854775808:9223372036854775807""".split()
BASIC_3D = """0 1,2 1,2,3 :,1 :,:,1 ...,2 0,...,2 :,1:,::2 ::-1,::-1,::-1 1,...,::-1 None,1,:,None,2 ...,None :,:,:,: 0,1,2,3
1,...,1:3 -1,:,-1 :,5 :,:,-5""".split()
ADVANCED_2D = """#i #n #m #mt #e #u8 #i0 #i00 #col #far #low #b0 #b1 True False #fl #k3 #k4 #k2 #m34 #m43 #none34 #m23 #m234
:,#i :,#n :,#m :,#e :,#k4 :,#k3 :,#far :,#mt 1:,#i ::-1,#i ::-1,::2,#i #i,#j #i,#n #col,#j #i,1 1,#i -1,#j #i,9 9,#far #far,9
#i,: #i,1: #i,::-1 #i,None #i,None,#j None,#i :,None,#i #i,...,#j ...,#i ...,#i,#j ...,#i,...,#j #i,...,... True,#i True,1
False,#i None,True True,: #i0,#i0 #i0,: :,#i0 #i0,#i #b0,#i0 #k3,#i #k3,#k4 #i,#k4 #k3,1 #k3,1: #no3 #no3,#k4 #e,5 #e,#far #far,#e
#far,0:0 #m,#m #m,#i #mt,#mt #i,#i,#i #k3,#k4,0 #m34,0 #m34,None None,#m34 ...,#m34 #m34,... #k3,#k3 #i,:,None :,#i,None
#col,#k4 #i,0:2 ...,#i,: 2:,#i :0,#i :0,#far""".split()
ADVANCED_3D = """#u8 #m #mt :,#n :,:,#i :,#i,1 :,1,#i 1,:,#i #u8,:,#i :,#i,#j #u8,#i,#j #u8,#i :,#i,: ...,#i,#j #m,:,#m #m,1 :,#m :,#m,#m
:,:,#m :,#mt #m23 #m234 :,#m34 0,#m34 #m23,1 #m23,::2 #k2 :,#k3 :,:,#k4 #k2,:,#k4 #k2,#u8 #k2,0,#k4 #m34 #m43 :,#m43 None,#u8
#u8,None,:,#i 0,#i 0,:,None,#i 0,None,#i :,0,None,#i True,#u8 :,True,#n ...,True #i0,:,#i ::-1,#n ::-1,::-1,#i :,#n,::2""".split()
ADVANCED_4D = """:,#n,#i :,#u8,:,#i 0,:,#i :,0,:,#i :,:,#i,#j :,#m,1:3 ...,#m :,#m34 :,#m34,0 #m23 #m23,:,#i :,#i,#j,1
#u8,...,#j :,None,#n,None,#i 1,#n,2,#n :,#n,::2,::-1 ::-1,:,::-1,#i""".split()

with Operations(__file__, "indexing_get.txt", OPERATIONS, ARRAYS) as golden:
    def index(words, name):
        for word in words:
            used = [part[1:] for part in word.split(",") if part.startswith("#")]
            text = word
            for number, used_name in enumerate(used):
                text = ",".join(
                    f"#{number}" if part == "#" + used_name else part for part in text.split(","))
            golden.run(f"get index={text} | {name} {' '.join(used)}")

    index(BASIC_2D, "a")
    index(BASIC_2D[:24], "at")
    index(BASIC_3D, "b")
    index(BASIC_3D, "br")
    index(ADVANCED_2D, "a")
    index(ADVANCED_3D, "b")
    index(ADVANCED_4D, "c")
    for name in ("at", "bt", "bT", "br", "f32", "u", "v", "w", "flags"):
        index(["#i", "#u8", "#m", "...,#u8", "::-1", "#k2,...", "...,#i,None", "None,#u8", "...,#mt"], name)
    index(["", "...", "None", "True", "False", "0", "#i", ":", "#b0", "...,None", "...,..."], "s")
    index(["0", ":,0", "...,#i", "#e", "#far", "#k3", ":,#e", "1:,:"], "z")
    index(["#i", "0", "1:", "::-1,1", "#m23"], "ro")

SET = """0|x4 0|x0 0|x1 0|x24 0|one :|x4 :,0|x3 :,0|x1 0,0|x0 0,0|one 0,0|x11 0,0|x1 0,0|none 0,...,0|one 0,...,0|x1 ...|x34 ...|x0
...|x4 ...|x3 ...|x124 ::-1|x34 1:,::2|x2 1:,::2|x1 1:,1|x1 None|x34 0,0,None|one 3|x0 0,9|x0 :,:,0|x0 ::0|x0
#i|x0 #i|x24 #i|x4 #i|x124 #i|x224 #i|x34 #i|x1 #i|x11 #n|x34 #m|x224 #m|x4 #e|x0 #e|x4 #e|x1 #far|x0 #i0|x4 #i0|x1 #i0,#i0|one #i0,#i0|x1
:,#i|x0 :,#i|x1 :,#i|x2 :,#n|x3 :,#m|x2 :,#j|x1 #i,#j|x1 #i,#j|x0 #i,#j|x3 #col,#j|x2 #col,#j|x1 #col,#j|x3 #i,1|x1 1,#i|x1 1,#i|xi
#m34|x0 #m34|one #m34|x4 #m34|x3 #m34|x11 #none34|x0 #none34|none #none34|x1 #m43|x0 #k3|x0 #k3|x4 #k3|x24 #k3|x3 :,#k4|x1 :,#k4|x3 #k2|x0
#k3,#i|x1 #k3,#k4|x1 True|x34 True|x0 True|x224 False|x0 False|x224 #b0|x0 ::-1,#i|x1 #i,::-1|x4 #i,::-1|x24 #m,#m|x2 #i,None|x4
#i,...,#j|x1 #fl|x0 #m34,0|x0 #m34,None|x0 ...,#m34|x4 #mt|x4""".split()
SET_3D = """:,0,#i|x1 :,0,#i|x2 0,:,#i|x1 0,:,#n|x3 #m23|x4 #m23|x0 #m23|x3 :,#m34|x0 #m234|x0 #m234|x4 #u8|x34 :,#n|x4 1,#n,::-1|x4 #m|x4
#u8,:,#i|x1 :,:,#k4|x1 ...,#j|x2 #k2,...,0|x3 ...,0|x3 1,2|x4 0|x34 ::-1|x34 :,1|x24 :,1:|x4 None,0|x34""".split()

with Operations(__file__, "indexing_set.txt", OPERATIONS, ARRAYS) as golden:
    def assign(words, name):
        for word in words:
            text, value = word.split("|")
            used = []
            parts = []
            for part in text.split(","):
                if part.startswith("#"):
                    parts.append(f"#{len(used)}")
                    used.append(part[1:])
                else:
                    parts.append(part)
            golden.run(f"set index={','.join(parts)} | {name} {value} {' '.join(used)}")

    assign(SET, "a")
    assign(SET_3D, "b")
    assign(SET_3D[:14], "bt")
    for name in ("at", "f32", "u", "v", "w", "flags", "ro"):
        assign(["#i|x0", "#i|xi", "::-1|x0", "0|x0", "...|xn", "#k2,...|x0", "0|one", "1|x1", "True|x0", "...,#u8|xi"], name)
    assign(["|x0", "|one", "|x1", "...|x0", "...|one", "...|x1", "True|x1", "True|one", "0|x0", "None|one"], "s")
    assign(["#far|x0", "#i|x0", "...|x0", ":,0|x0"], "z")
    # The array and its own view as the value.
    for line in ("set index=::-1 | sq sq", "set index=... | sq sq", "set index=#0 | sq sq n"):
        golden.run(line)
    # Written twice: the order in which the index array lies in memory decides.
    golden.run("set index=#0,-1 | at x31 mt")
    golden.run("set index=#0 | v x31 mt")
    golden.run("set index=#0 | a x31 mt")
    for view, index_text, value in (
            ("0", "1:3", "x1"), ("0", "...", "x4"), ("1:,::2", "::-1", "x2"), ("...,0", "::-1", "x3"), ("None", "0,1", "x4"),
            (":,1", "0", "x0"), ("::-1", "0", "x4"), ("1", ":", "x0"), ("...", "0,0", "x0"), ("1:,1:", "0,0", "x0"),
            ("#0", "0", "x0"), (":,::-2", ":,0", "x3")):
        golden.run(f"through view={view} index={index_text} | a {value} i")

with Operations(__file__, "indexing_pick.txt", OPERATIONS, ARRAYS) as golden:
    for name in ("a", "at", "b", "bt", "v", "f32", "u", "s", "z", "flags"):
        for indices in ("i", "m", "i0", "e", "far", "low"):
            for axis in ("none", "0", "-1", "2"):
                if indices in ("i", "m") or axis != "2":
                    golden.run(f"take axis={axis} | {name} {indices}")
    for mode in ("wrap", "clip"):
        for axis in ("none", "1"):
            golden.run(f"take axis={axis} mode={mode} | a far")
            golden.run(f"take axis={axis} mode={mode} | at low")
    golden.run("take | v fl")
    golden.run("take | v k2")
    for name in ("a", "at", "v", "u", "w", "ro"):
        for line in ("i x1", "i x0", "n x1", "low x0", "far x1", "e x1", "i none", "fl x0", "k2 x1"):
            golden.run(f"put | {name} {line}")
    for mode in ("wrap", "clip"):
        golden.run(f"put mode={mode} | v far x1")
        golden.run(f"put mode={mode} | v low x1")
    for line in ("axis=1 | a p34", "axis=1 | a p31", "axis=0 | a p13", "axis=-1 | at p22", "axis=1 | a p22", "axis=0 | a i",
                 "axis=none | a i", "axis=1 | a fl", "axis=4 | a p31", "axis=0 | b n", "axis=none | a p22", "axis=0 | sq sq"):
        golden.run(f"take_along_axis {line}")
    golden.run("put_along_axis axis=1 | a p31 x0")
    golden.run("put_along_axis axis=0 | a p13 x4")
    for line in ("axis=0 | a k3", "axis=1 | a k4", "axis=0 | a k4", "axis=none | a k4", "axis=0 | at k2", "axis=0 | a m34", "axis=0 | v fl"):
        golden.run(f"compress {line}")
    for line in ("a m34", "at m34", "v k5", "a k4"):
        golden.run(f"extract | {line}")
    for name in ("a", "at", "b", "m34", "m43", "nan", "s", "z", "flags", "v", "u", "bt", "none34"):
        for operation in ("nonzero", "argwhere", "flatnonzero", "count_nonzero"):
            golden.run(f"{operation} | {name}")
    for line in ("axis=0 | a", "axis=1 keepdims=true | m34", "axis=0,2 | b", "axis=2 | a", "axis=-1 | at", "axis=0,0 | a"):
        golden.run(f"count_nonzero {line}")
    for line in ("m34 a x34", "m34 a x0", "m43 at at", "m34 x0 a", "m43 x0 at", "k4 x0 a", "k3 a x0", "s x1 x3", "b0 x0 s", "m23 f32 u8",
                 "flags f32 f32", "k5 v v", "k4 v v", "m34 a n", "m34 x4 x34", "m234 b bt", "m234 b b", "fl i x1", "nan x4 x0", "k2 u8 i", "thin thin x0", "k4 thin thin"):
        golden.run(f"where | {line}")
    for name in ("a", "at", "b", "v", "sq", "tall", "cube", "z", "br"):
        for k in (0, 1, -1, 5, -9):
            golden.run(f"diagonal k={k} | {name}")
            golden.run(f"diag k={k} | {name}")
    for line in ("axis1=1 axis2=0 | b", "axis1=0 axis2=2 | b", "axis1=-1 axis2=0 | b", "axis1=0 axis2=0 | a", "axis1=0 axis2=2 | a", "axis1=-3 axis2=0 | a"):
        golden.run(f"diagonal {line}")
    golden.run("diag | s")
    for line in ("a x0", "a x1", "sq x3", "tall x1", "wrap=true | tall x1", "wrap=true | a x0", "v x0", "b x0", "cube x0", "cube x1", "at x0", "ro x0"):
        golden.run(f"fill_diagonal {line}" if "|" in line else f"fill_diagonal | {line}")
    for name in ("a", "at", "b", "bt", "v", "s", "f32", "flags", "thin"):
        for operation in ("tril", "triu"):
            for k in (0, 1, -1, 7):
                golden.run(f"{operation} k={k} | {name}")
    for shape in ("2,3", "4", "0,2", "", "-1,2", "1,2,3"):
        golden.run(f"indices shape={shape}")
    for line in ("| x1 x3", "indexing=ij | x1 x3", "| x1", "| x1 x3 x4", "indexing=ij | x1 x3 x4", "sparse=true | x1 x3",
                 "indexing=ij sparse=true | x1 x3 v", "| x2 s", "| e x1", "|"):
        golden.run(f"meshgrid {line}")
    for line in ("i j", "k3 i", "i", "e i", "m i", "i n v", "s i"):
        golden.run(f"ix_ | {line}")
    for line in ("shape=2,3 | i", "shape=2,3 | m", "shape=2,3 | far", "shape=2,3 | low", "shape=2,3 order=F | v", "shape=2,3 | fl", "shape=6 | i0",
                 "shape=2,3,4 | far", "shape=0 | i0"):
        golden.run(f"unravel_index {line}")
    for line in ("shape=3,3 | i n", "shape=3,4 | i i", "shape=3,4 | i j", "shape=3,4 | i i0", "shape=3,4 mode=wrap | far low",
                 "shape=3,4 mode=clip | far low", "shape=3,4 order=F | i i", "shape=3 | i i", "shape=3,4 | fl i", "shape=3,4 | far i"):
        golden.run(f"ravel_multi_index {line}")

with Golden(__file__, "indexing_slices.txt") as golden:
    big = 2**63 - 1
    for length in (0, 1, 5):
        for start in (None, 0, 2, -2, 9, -9, big, -big - 1):
            for stop in (None, 0, 3, -1, 9, -9, big, -big - 1):
                for step in (None, 2, -1, -3, big, -big):
                    result = slice(start, stop, step).indices(length)
                    words = (length, start, stop, step, *result, len(range(*result)))
                    golden.case(*("none" if word is None else str(word) for word in words))
