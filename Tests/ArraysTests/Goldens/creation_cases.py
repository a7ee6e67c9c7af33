"""Arrays of one value, ranges, and matrices of ones."""

import numpy as np

from indexing_operations import Operations


def dtype(p):
    return np.dtype(p["dtype"]) if "dtype" in p else None


def arange(p):
    words = [p.number(name) for name in ("start", "stop", "step") if name in p]
    if "stop" in p and "step" in p and "start" not in p:
        words = [0, *words]
    return np.arange(*words, dtype=dtype(p))


def linspace(p):
    values, step = np.linspace(
        p.number("start"), p.number("stop"), p.integer("num", 50), endpoint=not p.flag("open"), dtype=dtype(p), retstep=True)
    return [values, np.array(float(step))]


OPERATIONS = {
    "zeros": lambda p: np.zeros(p.integers("shape"), dtype=p.get("dtype", "float64"), order=p.get("order", "C")),
    "ones": lambda p: np.ones(p.integers("shape"), dtype=p.get("dtype", "float64"), order=p.get("order", "C")),
    "full": lambda p: np.full(p.integers("shape"), p.number("value"), dtype=dtype(p), order=p.get("order", "C")),
    "zeros_like": lambda p, x: np.zeros_like(x, dtype=dtype(p)),
    "ones_like": lambda p, x: np.ones_like(x, dtype=dtype(p)),
    "full_like": lambda p, x, value: np.full_like(x, value, dtype=dtype(p)),
    "eye": lambda p: np.eye(p.integer("n"), p.integer("m"), p.integer("k", 0), dtype=p.get("dtype", "float64"), order=p.get("order", "C")),
    "tri": lambda p: np.tri(p.integer("n"), p.integer("m"), p.integer("k", 0), dtype=p.get("dtype", "float64")),
    "arange": arange,
    "linspace": linspace,
}

a = np.arange(12.0).reshape(3, 4)
b = np.arange(24.0).reshape(2, 3, 4)
ARRAYS = {
    "a": a, "at": a.T, "b": b, "bt": b.transpose(1, 0, 2), "ar": a[::-1, ::2], "s": np.array(5.0), "z": np.zeros((3, 0)), "v": np.arange(4), "ro": np.broadcast_to(np.arange(3.0), (2, 3)),
    "x0": np.array(2.5), "x3": np.array([1.0, 2.0, 3.0]), "x4": np.array([1.5, 2.5, 3.5, 300.0]),
}
DTYPES = ("bool", "uint8", "int64", "float32", "float64")

with Operations(__file__, "creation_cases.txt", OPERATIONS, ARRAYS) as golden:
    for shape in ("3", "2,3", "", "0", "2,0,3", "-1", "2,-1"):
        for operation in ("zeros", "ones"):
            golden.run(f"{operation} shape={shape}")
            golden.run(f"{operation} shape={shape} dtype=uint8 order=F")
        for value in ("3", "-1.5", "300"):
            golden.run(f"full shape={shape} value={value}")
            golden.run(f"full shape={shape} value={value} dtype=int64 order=F")
    for name in ("a", "at", "b", "bt", "ar", "s", "z", "v", "ro"):
        for operation in ("zeros_like", "ones_like"):
            golden.run(f"{operation} | {name}")
            golden.run(f"{operation} dtype=int64 | {name}")
        for value in ("x0", "x3", "x4"):
            golden.run(f"full_like | {name} {value}")
    golden.run("full_like dtype=uint8 | a x4")
    for n, m in ((3, "none"), (2, 4), (4, 2), (0, "none"), (-1, "none"), (2, -2), (1, 1)):
        for k in (0, 1, -1, 3, -3):
            golden.run(f"eye n={n} m={m} k={k}")
            golden.run(f"tri n={n} m={m} k={k}")
    for name in DTYPES:
        golden.run(f"eye n=2 m=3 dtype={name} order=F")
        golden.run(f"tri n=2 m=3 dtype={name}")
    for line in ("stop=5", "stop=5.0", "stop=0", "stop=-3", "start=2 stop=7", "start=2 stop=7 step=2", "start=2 stop=8 step=3", "start=7 stop=2 step=-2", "start=0 stop=1 step=0.1", "start=0.5 stop=5", "start=1 stop=2 step=0.3",
                 "start=-1 stop=1 step=0.25", "start=10 stop=0 step=-2.5", "start=0 stop=5 step=-1", "start=0 stop=1 step=0", "start=0.0 stop=1 step=0", "start=0 stop=1 step=0.0", "start=0 stop=nan", "start=0 stop=inf", "start=nan stop=1",
                 "start=0 stop=1e300", "start=0 stop=1 step=1e-320", "start=1 stop=1e-320 step=-1e308", "start=0 stop=1 step=1e300", "start=0.1 stop=0.4 step=0.1", "start=1 stop=1.3 step=0.1", "start=0 stop=100 step=7", "start=3 stop=3",
                 "start=9223372036854775800 stop=9223372036854775807", "start=-9223372036854775808 stop=9223372036854775807 step=4611686018427387904", "start=-2.5 stop=2.5 step=1.1", "stop=12.5", "start=1e15 stop=1000000000000003.0"):
        golden.run(f"arange {line}")
    for name in DTYPES:
        for line in ("stop=2", "stop=3", "start=1 stop=3", "start=-3 stop=0 step=0.5", "start=0.5 stop=5 step=1", "start=0 stop=1 step=0.1", "start=250 stop=260", "start=5 stop=0 step=-2", "stop=4.5"):
            golden.run(f"arange {line} dtype={name}")
    for start, stop in (("0", "1"), ("2", "7"), ("1.5", "-2.25"), ("0", "0"), ("0", "5e-324"), ("-1", "1"), ("0.1", "0.7"), ("1e-300", "1e300"), ("0", "inf"), ("3", "nan"), ("-10", "10")):
        for number in (0, 1, 2, 3, 5, 50 if start in ("0.1", "-10") else 7):
            golden.run(f"linspace start={start} stop={stop} num={number}")
            golden.run(f"linspace start={start} stop={stop} num={number} open=true")
    golden.run("linspace start=0 stop=1 num=-1")
    for name in DTYPES:
        golden.run(f"linspace start=-3 stop=3 num=5 dtype={name}")
        golden.run(f"linspace start=0 stop=10 num=4 dtype={name}")
