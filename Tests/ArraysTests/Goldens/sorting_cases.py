"""Sorting, searching, counting and sets.

Always with a stable sort: which of equal elements comes first after NumPy's default one (-0.0 and 0.0, and all of them
for argsort) depends on the processor. Without AVX-512 it is stable up to 16 elements.
"""

import numpy as np

from indexing_operations import Operations


def unique(p, x):
    return np.unique(x, return_index=True, return_inverse=True, return_counts=True, axis=p.integer("axis"))


def histogram(p, x, *arrays):
    bins = arrays[0] if p.flag("edges") else p.integer("bins", 10)
    span = tuple(float(word) for word in p["range"].split(",")) if "range" in p else None
    weights = arrays[-1] if p.flag("weights") else None
    return np.histogram(x, bins=bins, range=span, weights=weights)


def sort_in_place(p, x):
    x.sort(axis=p.integer("axis", -1), kind="stable")
    return x


def axis(p):
    return p.integer("axis") if "axis" in p else -1


OPERATIONS = {
    "sort": lambda p, x: np.sort(x, axis=axis(p), kind="stable"),
    "sort_in_place": sort_in_place,
    "argsort": lambda p, x: np.argsort(x, axis=axis(p), kind="stable"),
    "lexsort": lambda p, *x: np.lexsort(x, axis=axis(p)),
    "argmax": lambda p, x: np.argmax(x, axis=p.integer("axis"), keepdims=p.flag("keepdims")),
    "argmin": lambda p, x: np.argmin(x, axis=p.integer("axis"), keepdims=p.flag("keepdims")),
    "searchsorted": lambda p, x, v: np.searchsorted(x, v, side=p.get("side", "left")),
    "digitize": lambda p, x, bins: np.digitize(x, bins, right=p.flag("right")),
    "unique": unique,
    "isin": lambda p, x, y: np.isin(x, y, invert=p.flag("invert")),
    "intersect1d": lambda p, x, y: np.intersect1d(x, y, return_indices=True),
    "union1d": lambda p, x, y: np.union1d(x, y),
    "setdiff1d": lambda p, x, y: np.setdiff1d(x, y),
    "setxor1d": lambda p, x, y: np.setxor1d(x, y),
    "bincount": lambda p, x: np.bincount(x, minlength=p.integer("minlength", 0)),
    "bincount_weights": lambda p, x, w: np.bincount(x, w, minlength=p.integer("minlength", 0)),
    "histogram": histogram,
}

random = np.random.RandomState(7)
real = random.randn(4, 3)
ints = random.randint(-3, 4, (3, 5))
cube = random.randint(0, 9, (2, 3, 4)).astype(np.float64)
many = np.round(random.randn(100), 1) + 0.0  # no -0.0
holes = np.array([[3.0, np.nan, -0.0, 0.0], [np.inf, 1.0, np.nan, -np.inf], [2.0, 2.0, 1.0, 1.0]])
ARRAYS = {
    "real": real, "realt": real.T, "ints": ints, "intst": ints.T, "cube": cube, "cubet": cube.transpose(1, 0, 2), "many": many, "holes": holes,
    "f32": real.astype(np.float32), "u": np.array([250, 3, 255, 3, 0], np.uint8), "k": np.array([True, False, True, False]), "s": np.array(5.0),
    "z": np.zeros((3, 0)), "e": np.array([]), "ei": np.array([], np.int64), "back": np.arange(6.0)[::-1], "ro": np.broadcast_to(np.arange(3.0), (2, 3)),
    "n": np.array([3, 1, 3, 2, 1]), "m": np.array([2, 3, 5]), "mf": np.array([2.0, 2.5, 3.0]), "neg": np.array([1, -1]), "nan": np.array([np.nan, 1.0, np.nan, 0.5]),
    "rows": np.array([[1, 2], [0, 3], [1, 2], [0, 1]]), "rowsf": np.array([[1.0, -0.0], [1.0, 0.0], [0.5, 2.0]]), "edges": np.array([-1.0, 0.0, 0.5, 2.0]), "edgesi": np.array([0, 2, 4]),
    "falling": np.array([2.0, 0.5, 0.0]), "same": np.array([1.0, 1.0, 1.0]), "wild": np.array([3.0, 1.0, 2.0]), "one": np.array([4.0]), "w": np.array([0.1, 0.2, 0.3, 0.4, 0.5]),
    "wi": np.array([1, 2, 3, 4, 5]), "w2": np.array([0.5, 1.5]), "i2": np.array(2), "manyw": random.rand(100), "tenths": np.arange(11) / 10, "twelve": np.array([3, 1, 2, 3, 1, 2, 3, 1, 2, 0, 3, 3]),
    "f32many": random.rand(60).astype(np.float32), "big": np.array([1e300, -1e300, 0.0]), "bigint": np.array([2**53 + 1, 2**53, -(2**62)]),
}

with Operations(__file__, "sorting_cases.txt", OPERATIONS, ARRAYS) as golden:
    for name in ("real", "realt", "ints", "intst", "cube", "cubet", "many", "holes", "f32", "u", "k", "s", "z", "e", "back", "n", "twelve", "ro", "bigint"):
        for words in ("", "axis=none", "axis=0", "axis=1", "axis=-1", "axis=5"):
            if words in ("", "axis=none", "axis=0") or ARRAYS[name].ndim > 1:
                golden.run(f"sort {words} | {name}")
                golden.run(f"argsort {words} | {name}")
                if words != "axis=none":
                    golden.run(f"sort_in_place {words} | {name}")
                for operation in ("argmax", "argmin"):
                    golden.run(f"{operation} {words} | {name}")
                    if words != "axis=5":
                        golden.run(f"{operation} {words} keepdims=true | {name}")
    for names in ("n wi", "wi n", "n", "k k", "real real", "", "n m", "i2 i2", "ints ints", "twelve twelve"):
        golden.run(f"lexsort | {names}")
    golden.run("lexsort axis=0 | real f32")
    for names in ("n m", "m n", "m mf", "mf n", "edges many", "edges holes", "u u", "wild many", "n many", "ints m", "s m", "e m", "m i2", "k k", "m e", "back m", "u n", "f32many mf", "one ints", "nan nan"):
        for side in ("left", "right"):
            golden.run(f"searchsorted side={side} | {names}")
    for names in ("many edges", "ints edgesi", "many falling", "many same", "many wild", "n edges", "i2 edges", "many e", "n ints", "n s", "holes edges", "n one"):
        for right in ("false", "true"):
            golden.run(f"digitize right={right} | {names}")
    for name in ("n", "many", "ints", "holes", "nan", "u", "k", "s", "z", "e", "twelve", "realt", "rows", "f32"):
        golden.run(f"unique | {name}")
    for line in ("axis=0 | rows", "axis=1 | rows", "axis=0 | rowsf", "axis=0 | n", "axis=-1 | ints", "axis=2 | rows", "axis=0 | z", "axis=1 | cube", "axis=0 | ro"):
        golden.run(f"unique {line}")
    for names in ("n m", "n mf", "ints n", "many tenths", "nan nan", "e m", "m e", "u n", "k k", "s m", "n i2"):
        for operation in ("isin", "isin invert=true", "intersect1d", "union1d", "setdiff1d", "setxor1d"):
            # What bits a NaN has after NumPy's default sort depends on the processor too.
            if names != "nan nan" or operation[:2] == "is":
                golden.run(f"{operation} | {names}")
    for line in ("| n", "minlength=9 | n", "minlength=2 | n", "minlength=-1 | n", "| neg", "| ei", "minlength=2 | ei", "| mf", "| ints", "| i2", "| u", "| k"):
        golden.run(f"bincount {line}")
    for line in ("| n w", "| n wi", "| n w2", "minlength=6 | n w", "| n ints", "| ei e", "| neg w2"):
        golden.run(f"bincount_weights {line}")
    for line in ("| many", "bins=3 | many", "bins=7 | n", "bins=4 | u", "bins=5 | f32many", "bins=10 | f32many", "bins=10 | tenths", "bins=5 range=0,1 | many", "bins=5 range=0,1 | f32many", "bins=3 range=2,2 | n", "bins=3 range=3,1 | n",
                 "bins=3 range=0,inf | n", "bins=3 range=nan,1 | n", "bins=0 | n", "bins=-1 | n", "bins=2 | e", "bins=2 | one", "bins=3 | nan", "bins=3 | same", "bins=4 | ints", "edges=true | many edges", "edges=true | n edgesi", "edges=true | n falling",
                 "edges=true | n ints", "edges=true | nan edges", "edges=true | n one", "edges=true | n e", "bins=3 weights=true | n w", "bins=3 weights=true | n wi", "bins=3 weights=true | n w2", "bins=4 weights=true | many manyw",
                 "bins=4 range=-0.5,0.5 weights=true | many manyw", "bins=3 | holes", "bins=3 | k", "bins=3 | cube", "bins=3 | realt", "bins=6 | bigint", "bins=1 | many", "bins=49 | tenths", "bins=3 | f32"):
        golden.run(f"histogram {line}")
