"""Arrays of every dtype as text, in both print styles and with many print options."""

import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden  # noqa: E402

random = np.random.RandomState(7)
nan, inf = np.nan, np.inf


def floats():
    yield from (np.array(v) for v in (
        [], [0.0], [-0.0], [1.0], [1.5, 2.25], [0.1, 0.2, 0.3], [1 / 3, 2 / 3, 1.0], [1e8], [99999999.0], [1e-4], [9.9e-5],
        [1e-5, 1.0], [1.0, 1000.0], [1.0, 1000.5], [0.5, 1e16], [1e300, 1e-300], [5e-324, 1.0], [nan], [inf], [-inf], [nan, inf],
        [nan, 1.0], [inf, 1.0], [-inf, 1.0], [nan, -1.5, inf, -inf], [nan, 123456.0], [nan, 1e10], [-inf, 1e-10, 3.0], [inf, 0.001],
        [-1.0, 2.0], [-1.5e10, 2.0], [-0.0, 0.0], [0.0, 1e-10], [123456789.123], [0.123456789123], [12345.678, 0.001],
        [1.0000000001], [0.999999999999], [9.9999999999e9, 1.0], [1.5, nan, -2.25], [100.0, 10.0, 1.0], [1e22, 1e23], [2.5, 3.5],
        [0.000123456789], [1.23456785e-3, 0.5], [0.5, 0.25, 0.125, 0.0625, 0.001953125, 0.0009765625], [0.001953125 * 3],
        [2.0**-20, 0.5], [2.0**-27, 1.0], [8388608.5, 1.0], [99999999.99], [1e100, -1e-100, 0.0], [4.5e-5, 4.5e-5], [1e-310, 1e-3],
        [0.3, 30.3, 300.3], [0.3, 30.3, 300.31], [1e7, 1e7 + 0.5], [3.0517578125e-05, 1.0, 2.0],
        [88238848.0, 8755412.0], [96508352.0], [16777220.0, 0.5], [4503599627370496.5, 1.0], [9007199254740993.0, 2.0], [1.7976931348623157e308, 1.0], [2.2250738585072014e-308], [0.15625, 1e-3],
    ))
    for scale in (1.0, 1e-3, 1e3, 1e-6, 1e9):
        yield random.randn(5) * scale
        yield random.randn(2, 3) * scale
    for shape in ((), (3, 4), (2, 2, 2), (1, 2, 1, 3), (2, 1, 2, 1, 2), (7,), (30,), (4, 4, 3), (1, 1, 1), (5, 1), (2, 12)):
        yield random.randn(*shape) if shape else np.array(random.randn())
        yield np.round(random.randn(*shape) * 10) / 4 if shape else np.array(2.5)
    yield 10.0 ** random.uniform(-6, 6, (3, 3))
    yield 10.0 ** random.uniform(-300, 300, 4)
    for shape in ((0, 3), (3, 0), (2, 0, 2), (0,)):
        yield np.zeros(shape)
    yield from (np.array(v) for v in (1 / 3, 1e-20, nan, -inf, -0.0, 12345678912.5, 1e16, 0.1))


def integers():
    yield from (np.array(v, np.int64) for v in (
        [], [0], [1, 2, 3], [-1, 10], [100, -5, 7], [2**62, -(2**63)], [[1, 2], [30, 4]], 7, -3, [[[1], [-2]], [[3], [4]]],
        [2**63 - 1] * 5, np.arange(40), np.arange(100, 130), np.arange(-20, 20).reshape(2, 2, 10), np.zeros((0, 2)),
        np.arange(24).reshape(1, 2, 3, 4), np.arange(16).reshape(2, 1, 2, 2, 2)))
    yield from (np.array(v, np.uint8) for v in (
        [], [0], [255, 1], 9, [[1, 20], [200, 3]], np.arange(60), np.zeros((2, 0)), np.arange(27).reshape(3, 3, 3)))


def booleans():
    yield from (np.array(v, bool) for v in (
        [], [True], [False], [True, False], True, False, [[True, False], [False, False]], [True] * 20, np.zeros((0, 1)),
        np.arange(8).reshape(2, 2, 2) % 3 == 0))


def write(golden, array, **options):
    for style in ("numpy-1.26", "numpy-1.13"):
        np.set_printoptions(**DEFAULTS)
        np.set_printoptions(**options)
        if style == "numpy-1.13":
            if options.get("floatmode") == "unique":
                continue  # NumPy 1.26 fails for some arrays then
            np.set_printoptions(legacy="1.13")
        described = ";".join(f"{name}={value}" for name, value in options.items())
        golden.case("array", style, described, array, str(array), repr(array))
        np.set_printoptions(**DEFAULTS)


def write_scalar(golden, scalar):
    for style in ("numpy-1.26", "numpy-1.13"):
        np.set_printoptions(legacy="1.13" if style == "numpy-1.13" else False)
        golden.case("scalar", style, "", np.array(scalar), str(scalar), repr(scalar))
        np.set_printoptions(**DEFAULTS)


DEFAULTS = dict(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr="nan", infstr="inf", sign="-",
                floatmode="maxprec", legacy=False, formatter=None)
OPTIONS = [
    dict(precision=3), dict(precision=0), dict(precision=17), dict(precision=25), dict(suppress=True),
    dict(suppress=True, precision=3), dict(sign="+"), dict(sign=" "), dict(floatmode="fixed"), dict(floatmode="fixed", precision=2),
    dict(floatmode="fixed", precision=0), dict(floatmode="fixed", precision=20), dict(floatmode="unique"), dict(floatmode="maxprec_equal"),
    dict(floatmode="maxprec_equal", precision=4), dict(floatmode="maxprec_equal", precision=30), dict(linewidth=20), dict(linewidth=5),
    dict(linewidth=120), dict(threshold=3, edgeitems=1), dict(threshold=5, edgeitems=2, linewidth=30), dict(threshold=0, edgeitems=0),
    dict(precision=16), dict(nanstr="missing", infstr="oo"), dict(nanstr="—", infstr="∞"), dict(floatmode="unique", suppress=True),
]

with np.errstate(all="ignore"), Golden(__file__, "printing_arrays.txt") as golden:
    everything = list(floats()) + [a.astype(np.float32) for a in floats()] + list(integers()) + list(booleans())
    for array in everything:
        write(golden, array)
    sample = [a for a in everything if a.size <= 40]
    for number, options in enumerate(OPTIONS):
        for array in sample[number % 9::9]:
            write(golden, array, **options)
    for precision in (15, 16, 18):
        write(golden, np.array([2.0**149, 2.0**-843, 2.0**967, 1e300]), precision=precision)
    for scalar in [x for a in floats() if a.size <= 8 for x in a.ravel()]:
        write_scalar(golden, scalar)
        write_scalar(golden, np.float32(scalar))
    for scalar in (np.bool_(True), np.bool_(False), np.uint8(200), np.int64(-(2**63)), np.int64(5), np.float32(1e-4), np.float32(1e16),
                   np.float32(16777216), np.float32(123456.79), np.float32(9999999.0), np.float64(123456789012.5)):
        write_scalar(golden, scalar)

# Arrays too long to be written out: both sides make them, element i being the i-th value of a short rule.
SHAPES = [(1000,), (1001,), (2000,), (7, 200), (200, 7), (11, 10, 10), (3, 400, 2), (5, 5, 5, 9), (2, 7, 2, 7, 7), (1100, 1), (1, 1100)]
with Golden(__file__, "printing_long.txt") as golden:
    for shape in SHAPES:
        count = int(np.prod(shape))
        steps = np.arange(count).reshape(shape)
        for name, array in (("int64", steps), ("uint8", steps.astype(np.uint8)), ("bool", steps % 3 == 0),
                            ("float64", steps / 8 - 3), ("float32", (steps / 8 - 3).astype(np.float32)),
                            ("float64 cubed", (steps / 8 - 3) * (steps / 8 - 3) * (steps / 8 - 3) / 7)):
            for style in ("numpy-1.26", "numpy-1.13"):
                np.set_printoptions(legacy="1.13" if style == "numpy-1.13" else False)
                if count <= 1000 and name != "float64 cubed" and name != "int64":
                    continue
                golden.case(name, style, ",".join(map(str, shape)), str(array), repr(array))
                np.set_printoptions(**DEFAULTS)

with Golden(__file__, "printing_array2string.txt") as golden:
    arrays = [random.randn(20), np.arange(30), np.arange(24).reshape(2, 3, 4), np.array(1 / 3), np.zeros((0, 3)),
              np.array([True, False]), random.randn(3, 8).astype(np.float32), random.randn(2, 2, 2, 2)]
    for array in arrays:
        for separator in (" ", ", ", ",", "", " | ", "  "):
            for prefix, suffix in (("", ""), ("xyz = ", ""), ("a", " end")):
                for legacy in (False, "1.13"):
                    text = np.array2string(array, separator=separator, prefix=prefix, suffix=suffix, legacy=legacy)
                    golden.case("numpy-1.13" if legacy else "numpy-1.26", separator, prefix, suffix, array, text)
