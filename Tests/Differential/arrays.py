"""Array expressions over the five dtypes. Every function takes the program and returns source text; the value of an
operand is asked from the program, so that axes, shapes and indices mostly fit."""

import numpy as np

from program import Refused
from texts import float_literal

NAMES = ("bool", "np.uint8", "int", "np.int64", "np.float32", "float", "np.float64", "'uint8'", "'float32'", "bool")


def is_array(value, ndim=None):
    return isinstance(value, np.ndarray) and value.size <= 400 and value.ndim <= 4 and (ndim is None or value.ndim == ndim)


def shape(p, ndim=None):
    ndim = p.random.choices([0, 1, 2, 3, 4], [0.3, 4, 4, 2, 0.5])[0] if ndim is None else ndim
    return tuple(p.random.choices([0, 1, 2, 3, 4, 5, 7], [0.15, 1, 3, 4, 2, 1, 0.5])[0] for _ in range(ndim))


def tuple_text(items):
    return "(" + ", ".join(map(str, items)) + ("," if len(items) == 1 else "") + ")"


# New arrays


def number(p, dtype):
    if dtype == "bool":
        return str(p.chance(0.5))
    if dtype == "uint8":
        return str(p.whole(0, 255) if p.chance(0.5) else p.whole(0, 9))
    if dtype == "int64":
        return str(p.draw((5, lambda: p.whole(-9, 9)), (2, lambda: p.whole(-1000, 1000)), (0.2, lambda: p.whole(-2**62, 2**62))))
    return p.draw((3, lambda: repr(round(p.random.uniform(-9, 9), p.whole(0, 4)))), (1, lambda: repr(float(p.whole(-9, 9)))),
                  (0.15, lambda: "np.nan"), (0.15, lambda: p.one_of("np.inf", "-np.inf")), (0.4, lambda: float_literal(p)))


def nested(p, dims, dtype):
    if not dims:
        return number(p, dtype)
    return "[" + ", ".join(nested(p, dims[1:], dtype) for _ in range(dims[0])) + "]"


def new_array(p, dims=None):
    dims = shape(p) if dims is None else dims
    count = int(np.prod(dims))
    kind = p.one_of("bool", "uint8", "int64", "float32", "float64", "float64", "int64")
    text = tuple_text(dims)

    def literal():
        if count > 30 or (dims and count == 0):
            raise Refused
        suffix = "" if kind in ("bool", "int64", "float64") else f", dtype=np.{kind}"
        return f"np.array({nested(p, dims, kind)}{suffix})"

    def ranged():
        start = p.whole(-10, 10) if kind != "uint8" else p.whole(0, 10)
        step = p.one_of(1, 1, 2, 3)
        base = f"np.arange({start}, {start + step * count}, {step})" if start or step > 1 else f"np.arange({count})"
        cast = p.one_of("", "", f".astype(np.{kind})") if kind != "bool" else " % 2 == 0"
        if kind == "bool" and p.chance(0.5):
            base, cast = f"({base}{cast})", ""
        divide = p.one_of("", "", " / 3", " / 10", " * 0.1", " - 2.5") if kind == "float64" else ""
        grown = f"{base}.reshape({text})" if not divide else f"({base}{divide}).reshape({text})"
        return f"({grown}{cast})"

    return p.draw(
        (3, literal), (4, ranged), (2, lambda: f"np.random.randn({', '.join(map(str, dims))})" if dims else "np.array(np.random.randn())"),
        (1, lambda: f"np.random.rand({', '.join(map(str, dims))})" if dims else "np.array(0.25)"),
        (2, lambda: f"np.random.randint({p.whole(-9, 0)}, {p.whole(1, 20)}, {p.one_of('size=', '')}{text})"),
        (1, lambda: f"np.random.randint(0, 256, {text}).astype(np.uint8)"),
        (1, lambda: f"np.random.randn(*{text}).astype(np.float32)"),
        (1, lambda: f"(np.random.rand(*{text}) > {p.one_of(0.3, 0.5, 0.9)})"),
        (0.5, lambda: f"np.{p.one_of('zeros', 'ones')}({text}{p.one_of('', f', dtype=np.{kind}', ', int', ', dtype=bool')})".replace("np.bool", "bool")),
        (0.5, lambda: f"np.full({text}, {number(p, kind)}{p.one_of('', '', ', dtype=np.float32')})"),
        (0.3, lambda: f"np.eye({p.whole(1, 4)}{p.one_of('', f', {p.whole(1, 5)}', f', k={p.whole(-2, 2)}', ', dtype=int')})"),
        (0.3, lambda: f"np.linspace({p.whole(-5, 5)}, {p.whole(-5, 5)}, {p.whole(1, 9)}{p.one_of('', ', endpoint=False', ', dtype=int')})"),
        (0.2, lambda: f"np.arange({p.whole(-3, 3)}, {p.whole(2, 6)}, {p.one_of(0.5, 0.1, 0.25, 0.3)})"),
        (0.1, lambda: f"np.arange({p.whole(0, 9)}, {p.whole(-9, 9)}, {p.one_of(-1, -2, -0.5)})"),
        (0.1, lambda: f"np.identity({p.whole(1, 4)})"), (0.1, lambda: f"np.tri({p.whole(1, 4)}, k={p.whole(-1, 1)})"),
        (0.1, lambda: f"np.indices({tuple_text(dims[:2])})" if dims else "np.array(3)"))


def array(p, depth=0, ndim=None):
    """An expression whose value is an array: a name, a new array, or an operation on others."""
    names = p.names(lambda value: is_array(value, ndim))

    def new():
        return new_array(p) if ndim is None else new_array(p, shape(p, ndim))

    if depth <= 0:
        return p.one_of(*names) if names and p.chance(0.85) else new()
    source = p.draw((1, lambda: p.one_of(*names) if names else new()), (0.2, new), (3, lambda: unary(p, depth)),
                    (3, lambda: binary(p, depth)), (2, lambda: indexed(p, depth)), (1.5, lambda: reduction(p, depth)),
                    (2, lambda: rearranged(p, depth)), (1, lambda: joined(p, depth)))
    value = p.value(source)
    if not is_array(value, ndim):
        if ndim is None and isinstance(value, np.generic):
            return source
        raise Refused
    return source


# Elementwise


def unary(p, depth):
    a = array(p, depth - 1)
    value = np.asarray(p.value(a))
    kind, options = value.dtype.kind, []
    if kind != "b":
        options += [f"-{a}", f"(+{a})", f"np.sign({a})", f"np.negative({a})"]
    if kind in "bui":
        options += [f"~{a}", f"np.invert({a})"]
    if kind == "f":
        options += [f"np.{name}({a})" for name in ("floor", "ceil", "rint", "trunc", "nan_to_num", "fabs", "fix", "sqrt", "reciprocal")]
        options += [f"np.nan_to_num({a}, nan={p.whole(-1, 1)}, posinf=9.0)", f"np.modf({a})[{p.whole(0, 1)}]"]
    if kind in "if" and p.chance(0.8):
        options += [f"np.round({a}, {p.whole(-1, 4)})", f"{a}.round({p.whole(0, 3)})", f"np.around({a}, {p.whole(0, 4)})"]
    if kind in "if":
        options += [f"np.sqrt(np.abs({a}))", f"np.isnan({a})", f"np.isfinite({a})", f"np.isinf({a})",
                    f"np.deg2rad({a})", f"np.degrees({a})"]
    if kind in "if" and isinstance(p.value(a), np.ndarray):
        # Of scalars this is a power, whose last bit depends on the machine.
        options += [f"{a} ** 2"] + ([f"{a} ** 0.5"] if kind == "f" else [])
    if kind == "f" or kind == "i" and np.all(np.abs(value.astype(float)) < 100):
        options += [f"np.cumprod({a})"]
    options += [f"abs({a})", f"np.abs({a})", f"np.square({a})" if kind != "b" else f"np.logical_not({a})",
                f"np.logical_not({a})", f"np.where({a})[0]", f"{a}.copy()", f"np.positive({a})" if kind != "b" else f"{a}.copy()",
                f"np.zeros_like({a})", f"np.ones_like({a})", f"np.full_like({a}, {p.whole(0, 9)})", f"np.isreal({a})",
                f"np.zeros_like({a}, dtype={p.one_of('float', 'int', 'bool')})"]
    options += [cast(p, a, value), cast(p, a, value), clipped(p, a, value)]
    return p.one_of(*options)


def cast(p, a, value):
    target = p.one_of(*NAMES)
    dtype = np.dtype(eval(target, {"np": np, "bool": bool, "int": int, "float": float}))
    if value.dtype.kind == "f" and dtype.kind in "ui" and value.size:
        low, high = (0, 255) if dtype.kind == "u" else (-2**62, 2**62)
        if not (np.isfinite(value).all() and low <= value.min() and value.max() <= high):
            raise Refused
    return p.one_of(f"{a}.astype({target})", f"np.array({a}, dtype={target})", f"np.asarray({a}, {target})")


def clipped(p, a, value):
    low, high = sorted((p.whole(-5, 5), p.whole(-5, 9)))
    if value.dtype.kind == "u":
        low, high = abs(low), abs(low) + abs(high)
    return p.one_of(f"np.clip({a}, {low}, {high})", f"{a}.clip({low}, {high})", f"np.clip({a}, {low}, None)",
                    f"{a}.clip(max={high})", f"np.clip({a}, {low + 0.5}, {high + 0.5})")


BINARY = ["+", "-", "*", "/", "//", "%", "<", "<=", ">", ">=", "==", "!="]
BINARY_FUNCTIONS = ["maximum", "minimum", "fmax", "fmin", "add", "subtract", "multiply", "divide", "floor_divide", "mod",
                    "remainder", "fmod", "greater", "less_equal", "equal", "not_equal", "logical_and", "logical_or", "logical_xor",
                    "copysign", "true_divide", "heaviside"]


def scalar(p):
    return p.draw(
        (4, lambda: str(p.whole(-5, 9))), (3, lambda: repr(round(p.random.uniform(-5, 5), 2))), (0.4, lambda: p.one_of("True", "False")),
        (0.6, lambda: p.one_of("np.float32", "np.float64", "np.int64", "np.uint8", "np.bool_") + f"({p.whole(0, 9)})"),
        (0.3, lambda: p.one_of("256", "255", "300", "-1", "1000", "1e10", "1e40", "2**40", "0", "np.inf", "np.nan", "0.1")))


def binary(p, depth):
    a = array(p, depth - 1)
    value = np.asarray(p.value(a))
    b = operand(p, value, depth)
    if p.chance(0.3):
        a, b = b, a
    both = [np.asarray(p.value(source)).dtype.kind for source in (a, b)]
    options = [f"({a} {p.one_of(*BINARY)} {b})"] * 4 + [f"np.{p.one_of(*BINARY_FUNCTIONS)}({a}, {b})"] * 2
    if all(kind in "bui" for kind in both):
        options += [f"({a} {p.one_of('&', '|', '^')} {b})"] * 2 + [f"np.bitwise_{p.one_of('and', 'or', 'xor')}({a}, {b})"]
        options += [f"({a} {p.one_of('<<', '>>')} {p.whole(0, 8)})", f"np.gcd({a}, {b})", f"np.lcm({a}, {b})"]
    if both[0] == "i":
        options += [f"{a} ** {p.whole(0, 3)}", f"np.power({a}, {p.whole(0, 4)})"]
    options += [f"np.where({condition(p, value, a)}, {a}, {b})"] * 2
    options += [f"np.isclose({a}, {b})", f"np.divmod({a}, {b})[{p.whole(0, 1)}]", f"np.select([{a} > 0, {a} < 0], [{a}, {b}], {p.whole(0, 9)})"]
    if value.ndim == 1 and value.size:
        options += [f"np.outer({a}, {b})", f"np.isin({a}, {b})", f"np.union1d({a} + 0, {b})", f"np.intersect1d({a}, {b})", f"np.setdiff1d({a}, {b})"]
    source = p.one_of(*options)
    if value.dtype.kind == "f" and "where" not in source and p.chance(0.02):
        return f"np.round({source}, 3)"
    return source


def operand(p, value, depth):
    """Something that mostly broadcasts with the value."""
    def fitting():
        names = p.names(lambda other: is_array(other) and broadcasts(value.shape, other.shape))
        return p.one_of(*names) if names else scalar(p)

    def grown():
        dims = tuple(p.one_of(size, size, 1) for size in value.shape)
        return new_array(p, dims[p.one_of(0, 0, 1) if dims else 0:])

    return p.draw((4, lambda: scalar(p)), (4, fitting), (2, grown), (0.3, lambda: array(p, depth - 1)),
                  (0.3, lambda: str([p.whole(-5, 5) for _ in range(value.shape[-1] if value.ndim else 2)][:12])))


def broadcasts(left, right):
    return all(a == b or a == 1 or b == 1 for a, b in zip(left[::-1], right[::-1]))


def condition(p, value, a):
    """A truth array of the value's shape."""
    names = p.names(lambda other: is_array(other) and other.dtype == bool and other.shape == value.shape)
    if names and p.chance(0.5):
        return p.one_of(*names)
    if value.dtype == bool:
        return p.one_of(a, f"~{a}")
    return f"{a} {p.one_of('>', '<', '>=', '==', '!=')} {p.whole(-3, 5)}" if p.chance(0.7) else f"({a} > {p.whole(-3, 3)}) {p.one_of('&', '|')} ({a} < {p.whole(0, 6)})"


# Indices


def indexed(p, depth):
    a = array(p, depth - 1)
    return f"{a}[{index(p, np.asarray(p.value(a)), a)}]"


def slice_text(p, size):
    def bound():
        return p.draw((3, lambda: ""), (3, lambda: p.whole(0, size)), (1.5, lambda: p.whole(-size - 1, -1)), (0.3, lambda: p.whole(-9, 9)))
    step = p.one_of("", "", "", ":", ":2", ":-1", ":-2", ":3", ":-1", ":1")
    return f"{bound()}:{bound()}{step}"


def position(p, size):
    return str(p.whole(-size, size - 1) if size and p.chance(0.97) else p.whole(-4, 4))


def index(p, value, a="x"):
    """What goes into brackets after an array of this shape."""
    ndim = value.ndim

    def basic():
        kept = p.whole(0, ndim)
        parts = [p.draw((2, lambda size=size: position(p, size)), (4, lambda size=size: slice_text(p, size)), (0.7, lambda: ":"))
                 for size in value.shape[:kept]]
        if p.chance(0.25):
            parts.insert(p.whole(0, len(parts)), p.one_of("np.newaxis", "None"))
        if p.chance(0.2) and kept == len(parts):
            tail = [position(p, size) for size in value.shape[kept:]][:p.whole(0, ndim - kept)] if kept < ndim else []
            parts += ["..."] + (tail if len(tail) == ndim - kept else [])
        return ", ".join(parts) or "..."

    def listed():
        if not ndim:
            raise Refused
        axis = p.whole(0, ndim - 1)
        parts = [p.draw((3, lambda: ":"), (1, lambda size=size: slice_text(p, size)), (0.7, lambda size=size: position(p, size)))
                 for size in value.shape[:axis]]
        return ", ".join(parts + [fancy(p, value.shape[axis])])

    def pairs():
        if ndim < 2:
            raise Refused
        count, start = p.whole(1, 4), p.whole(0, ndim - 2)
        lists = [str([p.whole(-size, size - 1) for _ in range(count)]) if size else "[]" for size in value.shape[start:start + 2]]
        middle = p.one_of([], [], [":"]) if ndim - start > 2 else []
        if middle:
            lists[1] = str([p.whole(0, value.shape[start + 2] - 1) if value.shape[start + 2] else 0 for _ in range(count)])
        return ", ".join([":"] * start + [lists[0]] + middle + [lists[1]])

    def mask():
        names = p.names(lambda other: is_array(other) and other.dtype == bool and other.ndim and other.shape == value.shape[:other.ndim])
        if names and p.chance(0.4):
            return p.one_of(*names)
        return condition(p, value, a)

    return p.draw((8, basic), (2, listed), (1, pairs), (2, mask),
                  (0.3, lambda: f"np.ix_({', '.join(fancy(p, size) for size in value.shape)})" if ndim else "()"),
                  (0.2, lambda: f"np.arange({value.shape[0] if ndim else 1})[:, None]" if ndim else "..."))


def fancy(p, size):
    if not size:
        return "[]"
    count = p.whole(1, 4)
    return p.draw((3, lambda: str([p.whole(-size, size - 1) for _ in range(count)])),
                  (1, lambda: f"np.array({[[p.whole(0, size - 1)] * 2 for _ in range(2)]})"),
                  (1, lambda: str([p.chance(0.5) for _ in range(size)])), (0.5, lambda: f"np.arange({size})[::-1]"))


# Reductions


def axes(p, ndim):
    """An axis argument that mostly exists, without its name; 'None' is all of them."""
    if not ndim:
        return "None"
    return p.draw((2, lambda: "None"), (5, lambda: str(p.whole(-ndim, ndim - 1))), (0.1, lambda: str(p.whole(-5, 5))),
                  (1.5 if ndim > 1 else 0, lambda: str(tuple(p.random.sample(range(ndim), p.whole(1, ndim))))))


def axis(p, ndim):
    return str(p.whole(-ndim, ndim - 1)) if ndim and p.chance(0.98) else str(p.whole(-3, 3))


def reduction(p, depth):
    a = array(p, depth - 1)
    value = np.asarray(p.value(a))
    name = p.one_of("sum", "mean", "max", "min", "std", "var", "any", "all", "prod", "argmax", "argmin", "ptp", "cumsum", "sum", "mean",
                    "median", "count_nonzero", "nansum", "nanmax", "nanmin", "nanmean", "nanstd", "amax", "percentile", "quantile",
                    "average", "nanargmax", "trace", "cumprod")
    if name in ("ptp",) and value.dtype == bool or name in ("sum", "prod", "cumsum", "cumprod", "nansum", "trace") and value.dtype == "uint8":
        name = "max"
    if name in ("max", "min", "sum", "any", "all", "prod", "mean", "std", "var"):
        arguments = [f"axis={axes(p, value.ndim)}" if p.chance(0.75) else ""]
        arguments += [p.one_of("keepdims=True", "keepdims=True", "keepdims=False")] if p.chance(0.3) else []
        arguments += [f"dtype={p.one_of('float', 'int', 'np.float32', 'np.float64')}"] if name in ("sum", "prod", "mean") and p.chance(0.1) else []
        arguments += [f"ddof={p.whole(0, 1)}"] if name in ("std", "var") and p.chance(0.2) else []
        arguments += [f"initial={p.whole(-2, 9)}"] if name in ("sum", "max", "min", "prod") and p.chance(0.1) else []
        arguments = ", ".join(filter(None, arguments))
        return f"{a}.{name}({arguments})" if p.chance(0.4) else f"np.{name}({a}{', ' if arguments else ''}{arguments})"
    if name in ("argmax", "argmin", "nanargmax", "cumsum", "cumprod"):
        arguments = f"axis={axis(p, value.ndim)}" if p.chance(0.6) else ""
        if name in ("argmax", "argmin", "cumsum") and p.chance(0.4):
            return f"{a}.{name}({arguments})"
        return f"np.{name}({a}{', ' if arguments else ''}{arguments})"
    if name == "trace":
        return f"np.trace({a})" if value.ndim == 2 else f"np.sum({a}, dtype=float)"
    if name in ("percentile", "quantile"):
        share = p.one_of(0, 25, 50, 90, 33.3, 100) if name == "percentile" else p.one_of(0, 0.1, 0.5, 0.75, 1)
        share = p.one_of(str(share), f"[{share}, {share}]")
        return f"np.{name}({a}, {share}{p.one_of('', f', axis={axis(p, value.ndim)}')})"
    if name == "average":
        return f"np.average({a}{p.one_of('', f', axis={axis(p, value.ndim)}')})"
    return f"np.{name}({a}{p.one_of('', f', axis={axes(p, value.ndim)}')}{p.one_of('', '', ', keepdims=True') if name in ('median', 'nansum') else ''})"


# Shapes


def factors(p, count, ndim):
    """A shape of that many elements."""
    dims, rest = [], count
    for _ in range(ndim - 1):
        divisor = p.one_of(*[d for d in range(1, rest + 1) if rest % d == 0]) if rest else p.one_of(0, 1, 2)
        dims.append(divisor)
        rest = rest // divisor if divisor else 0
    return dims + [rest]


def new_shape(p, count):
    dims = factors(p, count, p.whole(1, 4))
    if p.chance(0.3) and 0 not in dims:
        dims[p.whole(0, len(dims) - 1)] = -1
    return dims


def rearranged(p, depth):
    a = array(p, depth - 1)
    value = np.asarray(p.value(a))
    n, rearrangeable = value.ndim, a

    def one_axis():
        return axis(p, n)

    def reshaped():
        dims = new_shape(p, value.size)
        return p.one_of(f"{a}.reshape({tuple_text(dims)})", f"{a}.reshape({', '.join(map(str, dims))})", f"np.reshape({a}, {tuple_text(dims)})",
                        f"{a}.reshape({tuple_text(dims)}, order='F')", f"np.resize({a}, {tuple_text(shape(p))})")

    def permuted():
        order = p.random.sample(range(n), n)
        return p.one_of(f"{a}.transpose({', '.join(map(str, order))})", f"np.transpose({a}, {tuple(order)})" if n else f"{a}.T", f"{a}.T", f"np.transpose({a})")

    def padded():
        small = p.whole(0, 2)
        widths = p.one_of(str(small), f"({small}, {p.whole(0, 2)})", str(tuple((p.whole(0, 2), p.whole(0, 2)) for _ in range(n))))
        mode = p.one_of("", ", 'constant'", ", mode='edge'", ", mode='reflect'", ", mode='symmetric'", ", mode='wrap'",
                        f", constant_values={p.whole(0, 9)}", f", mode='constant', constant_values=({p.whole(0, 9)}, {p.whole(0, 9)})")
        return f"np.pad({a}, {widths}{mode})"

    def sorted_():
        # The order of zeros that differ in sign depends on the machine.
        a = f"({rearrangeable} + 0.0)" if value.dtype.kind == "f" else rearrangeable
        return p.one_of(f"np.sort({a})", f"np.sort({a}, axis={one_axis()})", f"np.sort({a}, axis=None)", f"np.argsort({a}, kind='stable')",
                        f"np.argsort({a}, axis={one_axis()}, kind='stable')", f"np.unique({a})", f"np.unique({a}, return_counts=True)[1]",
                        f"np.unique({a}, return_index=True, return_inverse=True)[{p.whole(0, 2)}]", f"np.flip({a})", f"np.flip({a}, axis={one_axis()})",
                        f"np.searchsorted(np.sort({a}, axis=None), {p.whole(-3, 5)})", f"np.sort({a})[::-1]", f"np.unique({a}, axis=0)" if n else a)

    def others():
        options = [f"{a}.ravel()", f"{a}.flatten()", f"np.ravel({a}, order='F')", f"{a}.flatten('F')", f"np.squeeze({a})", f"{a}.squeeze()",
                   f"np.expand_dims({a}, {one_axis()})", f"np.roll({a}, {p.whole(-3, 3)})", f"np.roll({a}, {p.whole(-3, 3)}, axis={one_axis()})",
                   f"np.repeat({a}, {p.whole(0, 3)})", f"np.repeat({a}, {p.whole(1, 3)}, axis={one_axis()})", f"np.tile({a}, {p.whole(1, 3)})",
                   f"np.tile({a}, ({p.whole(1, 2)}, {p.whole(1, 3)}))", f"np.atleast_{p.whole(1, 3)}d({a})", f"np.broadcast_to({a}, {tuple_text((p.whole(1, 3),) + value.shape)})",
                   f"np.argwhere({a})", f"np.flatnonzero({a})", f"np.diff({a}, axis={one_axis()})", f"np.diff({a})", f"np.append({a}, {p.whole(0, 9)})",
                   f"np.delete({a}, {p.whole(0, 2)}, axis={one_axis()})", f"np.insert({a}, {p.whole(0, 2)}, {p.whole(0, 9)}, axis={one_axis()})",
                   f"np.take({a}, {fancy(p, value.size) if value.size else '[]'})", f"np.ediff1d({a})", f"np.ascontiguousarray({a})", f"np.array({a}.tolist())",
                   f"np.array([{a}, {a}])", f"{a}.repeat(2)"]
        if n >= 2:
            options += [f"np.swapaxes({a}, {one_axis()}, {one_axis()})", f"{a}.swapaxes({one_axis()}, {one_axis()})", f"np.moveaxis({a}, {one_axis()}, {one_axis()})",
                        f"np.rot90({a}{p.one_of('', f', {p.whole(-1, 3)}')})", f"np.triu({a})", f"np.tril({a}, {p.whole(-1, 1)})", f"np.diagonal({a})",
                        f"np.fliplr({a})", f"np.flipud({a})", f"np.rollaxis({a}, {one_axis()})", f"{a}.take({fancy(p, value.shape[0])}, axis=0)",
                        f"np.take({a}, {p.whole(0, 1)}, axis={one_axis()})", f"np.cumsum({a}, axis={one_axis()})" if value.dtype != "uint8" else a,
                        f"np.split({a}, {p.whole(1, 3)}, axis={one_axis()})[0]", f"np.array_split({a}, {p.whole(1, 3)})[-1]"]
        if n == 1:
            options += [f"np.diag({a})", f"np.gradient({a})", f"np.bincount(np.clip({a}, 0, 9).astype(int))", f"np.digitize({a}, [0, 1, 5])",
                        f"np.histogram({a}, bins={p.whole(1, 5)})[{p.whole(0, 1)}]", f"np.interp({p.whole(0, 4)}, np.arange({value.size}), {a})",
                        f"np.vander({a}, 3)", f"np.trapz({a})", f"np.diagflat({a}, 1)"]
        return p.one_of(*options)

    return p.draw((3, reshaped), (2, permuted), (1.2, padded), (2, sorted_), (5, others))


def joined(p, depth):
    a = array(p, depth - 1)
    value = np.asarray(p.value(a))

    def partner():
        names = p.names(lambda other: is_array(other) and other.shape == value.shape)
        return p.draw((2, lambda: p.one_of(*names) if names else a), (1, lambda: new_array(p, value.shape)), (1, lambda: a))

    parts = f"[{', '.join([a] + [partner() for _ in range(p.whole(1, 2))])}]"
    return p.one_of(f"np.concatenate({parts})", f"np.concatenate({parts}, axis={p.one_of(axis(p, value.ndim), 'None')})",
                    f"np.stack({parts})", f"np.stack({parts}, axis={axis(p, value.ndim + 1)})", f"np.vstack({parts})", f"np.hstack({parts})",
                    f"np.dstack({parts})", f"np.column_stack({parts})", f"np.r_[{parts[1:-1]}]", f"np.c_[{parts[1:-1]}]",
                    f"np.array({parts})", f"np.meshgrid({a}, {p.whole(1, 3)})[0]", f"np.kron({a}, [1, 2])", f"np.stack({parts}, -1)")
