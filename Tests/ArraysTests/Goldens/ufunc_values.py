"""Elementwise functions over all dtypes and special values: ufunc_values.txt.

A case: function, how to compare, operands (two for binary functions), result or error, warnings. The functions whose last bit NumPy
leaves to the processor are computed in extended precision, rounded, and compared within one unit in the last place.
"""

import warnings

from reduction_views import encode, np
from golden import Golden

UNARY = """negative positive absolute fabs sign sqrt cbrt square reciprocal exp exp2 expm1 log log2 log10 log1p sin cos tan
arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh floor ceil trunc rint isnan isinf isfinite signbit logical_not
invert deg2rad rad2deg""".split()
BINARY = """add subtract multiply divide floor_divide remainder power fmod maximum minimum fmax fmin equal not_equal less
less_equal greater greater_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift
arctan2 hypot copysign logaddexp float_power gcd lcm heaviside""".split()
PROCESSOR = """cbrt exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh
power float_power arctan2 hypot logaddexp""".split()
SUPPORTED = ("bool", "uint8", "int64", "float32", "float64")

inf, nan = float("inf"), float("nan")
VALUES = {
    "bool": [False, True, True, False, True, True, False, False, True],
    "uint8": [0, 1, 2, 3, 7, 100, 127, 128, 254, 255],
    "int64": [0, 1, -1, 2, -2, 3, 7, -7, 100, 63, 64, -100, 12345678901, 2**63 - 1, -(2**63)],
    "float32": [0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, -3.7, 10, 88.5, 1e-30, 1e30, -1e-40, inf, -inf, nan],
    "float64": [0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, -3.7, 10, 100.25, 709.5, 1e-300, 1e300, -5e-324, 1e16,
                inf, -inf, nan],
}


def canonical(array):
    array = np.array(array)
    if array.dtype.kind == "f":
        array[np.isnan(array)] = np.nan
    return array


def compute(name, operands):
    """The result's field and the warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = getattr(np, name)(*operands)
        except (TypeError, ValueError) as error:
            # The end of this message depends on which calls came before.
            text = str(error).split(" with signature")[0] if name in ("gcd", "lcm") else str(error)
            return "error", text, []
    if str(value.dtype) not in SUPPORTED:
        return "unsupported", str(value.dtype), []
    how = "bits"
    if name in PROCESSOR and value.dtype.kind == "f":
        how = "ulp"
        if name == "logaddexp":
            return how, encode(canonical(value)), [str(w.message) for w in caught]
        with np.errstate(all="ignore"):
            exact = getattr(np, name)(*(np.asarray(o).astype(value.dtype).astype(np.longdouble) for o in operands))
            value = np.asarray(exact).astype(value.dtype)
    return how, encode(canonical(value)), [str(w.message) for w in caught]


if __name__ == "__main__":
    with Golden(__file__, "ufunc_values.txt") as golden:

        def case(name, *operands):
            how, field, messages = compute(name, operands)
            golden.case(name, how, *operands, field, "|".join(messages))

        for name in UNARY:
            for dtype, values in VALUES.items():
                case(name, np.array(values, dtype))
                case(name, np.array(values[2], dtype))
            case(name, np.linspace(-4, 4, 41))
            for value in (0.0, -1.0, 0.25, 2.0, 1000.0, inf, nan):
                case(name, np.array([value]))
        for name in BINARY:
            for first in SUPPORTED:
                for second in SUPPORTED:
                    a, b = VALUES[first], VALUES[second]
                    if name == "power" and first in ("uint8", "int64", "bool") and second == "int64":
                        b = [v for v in b if v >= 0]
                    n, m = len(a), len(b)
                    case(name, np.array(a[: min(n, m)], first), np.array(b[: min(n, m)], second))
                    if first == second:
                        few = a[:2] + a[3::2]
                        many = [v for v in few if v in b or v != v]
                        case(name, np.array(few, first)[:, None], np.array(many, second))
                    case(name, np.array(a[::2], first), np.array(b[3], second))
                    case(name, np.array(a[3], first), np.array(b[::2], second))
                    case(name, np.array(a[4], first), np.array(b[4], second))
            for x, y in [(0.0, 0.0), (1.0, 0.0), (1e308, 1e308), (-1e308, 10.0), (inf, inf), (nan, 1.0), (inf, 2.0), (-8.0, 0.5)]:
                case(name, np.array([x]), np.array([y]))
            for x, y in [(1, 0), (0, 0), (-(2**63), -1), (2**62, 4), (2, -1), (7, 3)]:
                case(name, np.array([x]), np.array([y]))
