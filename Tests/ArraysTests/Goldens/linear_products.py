"""Products of arrays, norms, comparisons: linear_products.txt.

Integers and errors are compared exactly. NumPy's own floating-point results depend on its BLAS: floats are compared with
the product in extended precision, rounded, within what the number of terms allows.
"""

import random

from reduction_views import encode, make, np
from golden import Golden

random.seed(9)


def specs(shape, dtype="float64"):
    """The same shape in several layouts."""
    text = ",".join(map(str, shape))
    seed = random.randrange(1000)
    yield f"{dtype}:{text}:{seed}"
    if len(shape) > 1:
        back = ",".join(map(str, reversed(shape)))
        yield f"{dtype}:{back}:{seed};transpose {' '.join(map(str, reversed(range(len(shape)))))}"
    if shape:
        last = len(shape) - 1
        wide = list(shape)
        wide[last] *= 2
        yield f"{dtype}:{','.join(map(str, wide))}:{seed};slice {last} 1 {shape[last]} 2"
        yield f"{dtype}:{text}:{seed};slice 0 {shape[0] - 1} {shape[0]} -1"


def one(shape, dtype="float64"):
    return random.choice(list(specs(shape, dtype)))


def call(function, operands, argument):
    if function == "einsum":
        return np.einsum(argument, *operands)
    if function == "tensordot":
        axes = eval(argument)
        return np.tensordot(*operands, axes=axes)
    if function == "norm":
        return np.linalg.norm(*operands, **eval(f"dict({argument})", {"inf": np.inf}))
    if function == "trace":
        return np.trace(*operands, **eval(f"dict({argument})"))
    return getattr(np, function)(*operands)


def compute(function, texts, argument):
    operands = [make(t) for t in texts]
    try:
        value = np.asarray(call(function, operands, argument))
    except (ValueError, IndexError) as error:
        return "error", str(error)
    if str(value.dtype) == "uint64":
        return "unsupported", "uint64"
    if value.dtype.kind != "f":
        return "bits", encode(value)
    exact = call(function, [o.astype(np.longdouble) for o in operands], argument)
    return "close", encode(np.asarray(exact).astype(value.dtype).reshape(value.shape))


with Golden(__file__, "linear_products.txt") as golden:

    def case(function, *texts, argument=""):
        golden.case(function, argument, *compute(function, texts, argument), *texts)

    for first, second in [
        ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 4)), ((2, 3), (3, 4)), ((5, 7), (7, 9)), ((1, 20), (20, 17)),
        ((9, 33), (33, 8)), ((2, 2, 3), (3, 4)), ((2, 2, 3), (2, 3, 4)), ((3,), (2, 3, 2)), ((2, 3), (2, 5, 3, 2)),
        ((), (3,)), ((2, 2), ()), ((), ()), ((2, 0), (0, 3)), ((0, 2), (2, 3)), ((0,), (0,)), ((4, 1), (1, 4)),
        ((2, 3), (2, 3)), ((3,), (2,)), ((2, 3), (4,)), ((2, 2, 3), (3, 2, 2)),
    ]:
        for dtypes in [("float64", "float64"), ("float32", "float32"), ("int64", "int64"), ("uint8", "uint8"),
                       ("bool", "bool"), ("float32", "int64"), ("uint8", "int64"), ("float64", "bool")]:
            repeat = 3 if dtypes[0] == "float64" else 1
            for _ in range(repeat):
                case("dot", one(first, dtypes[0]), one(second, dtypes[1]))
                case("matmul", one(first, dtypes[0]), one(second, dtypes[1]))
    for first, second in [((2, 1, 3, 4), (5, 4, 2)), ((3, 4), (5, 4, 2)), ((5, 3, 4), (4,)), ((4,), (5, 4, 2)),
                          ((2, 2, 3), (3, 3, 2)), ((2, 3, 4), (2, 4, 5))]:
        case("matmul", one(first), one(second))
        case("matmul", one(first, "int64"), one(second, "int64"))
    for first, second in [((3,), (3,)), ((2, 3), (4, 3)), ((2, 3), (3, 2)), ((2, 2, 3), (4, 3)), ((3,), (2, 2, 3)), ((), (2,))]:
        for dtype in ("float64", "int64"):
            case("inner", one(first, dtype), one(second, dtype))
            case("outer", one(first, dtype), one(second, dtype))
            case("vdot", one(first, dtype), one(second, dtype))
            case("kron", one(first, dtype), one(second, dtype))
    for first, second, axes in [
        ((2, 3, 4), (3, 4, 5), "2"), ((2, 3), (3, 4), "1"), ((2, 3), (4, 5), "0"), ((2, 3, 4), (4, 3, 5), "([1, 2], [1, 0])"),
        ((2, 3, 4), (5, 2), "(0, 1)"), ((2, 3), (2, 3), "1"), ((2, 3), (2, 3), "2"), ((3, 3, 4), (3, 3, 4, 8), "3"),
        ((2, 3), (3, 2), "([0], [1, 0])"), ((2, 3), (3, 2), "([-1], [-2])"), ((2, 3), (3, 2), "([5], [0])"),
    ]:
        case("tensordot", one(first), one(second), argument=axes)
        case("tensordot", one(first, "int64"), one(second, "int64"), argument=axes)
    for subscripts, *shapes in [
        ("ij,jk->ik", (2, 3), (3, 4)), ("ij,jk", (2, 3), (3, 4)), ("ji,jk->ki", (3, 2), (3, 4)), ("ii", (3, 3)), ("ii->i", (3, 3)),
        ("ij->ji", (2, 3)), ("ij->", (2, 3)), ("ij->j", (2, 3)), ("i,i", (4,), (4,)), ("i,j->ij", (2,), (3,)),
        ("bij,bjk->bik", (2, 3, 4), (2, 4, 5)), ("...ij,...jk->...ik", (2, 3, 4), (2, 4, 5)), ("...i->...", (2, 3)),
        ("ij,ij,ij->i", (2, 3), (2, 3), (2, 3)), ("hwc,hwc->", (3, 3, 4), (3, 3, 4)), ("hwc,hwcf->f", (3, 3, 4), (3, 3, 4, 5)),
        ("ba", (2, 3)), (" i j , j k -> i k ", (2, 3), (3, 4)), ("ij,j", (2, 3), (3,)), ("...,...", (2, 3), (3,)),
        ("ij,jk", (2, 3), (2, 3)), ("ij->k", (2, 3)), ("ijk", (2, 3)), ("ij,jk", (2, 3)), ("i", (2, 3)), ("i->ii", (2,)),
        ("i,j", (2,)), ("i1", (2, 2)), ("ii", (2, 3)), ("i", (2,), (2,)), ("ij,kj->ik", (2, 1), (4, 3)),
    ]:
        case("einsum", *(one(s) for s in shapes), argument=subscripts)
        case("einsum", *(one(s, "int64") for s in shapes), argument=subscripts)
    for shape, arguments in [
        ((5,), ["", "ord=1", "ord=2", "ord=inf", "ord=-inf", "ord=0", "ord=3", "ord='fro'", "axis=0", "axis=0,keepdims=True"]),
        ((3, 4), ["", "ord='fro'", "ord=1", "ord=inf", "ord=-1", "ord=-inf", "ord=5", "axis=0", "axis=1", "ord=1,axis=1",
                  "ord=inf,axis=0", "axis=(0,1)", "axis=(1,0),keepdims=True", "keepdims=True", "ord=1,axis=(1,0)"]),
        ((2, 3, 4), ["", "axis=2", "axis=(0,2)", "ord=1,axis=(0,2)", "ord=inf,axis=(2,1),keepdims=True", "ord=1", "axis=(0,1,2)",
                     "axis=3", "axis=(0,0)"]),
    ]:
        for argument in arguments:
            for dtype in ("float64", "float32", "int64"):
                case("norm", one(shape, dtype), argument=argument)
    for shape in [(3, 3), (2, 4), (4, 2), (2, 3, 4), (3,)]:
        for argument in ["", "offset=1", "offset=-1", "offset=5", "axis1=1,axis2=0"]:
            for dtype in ("float64", "int64", "bool", "uint8"):
                case("trace", one(shape, dtype), argument=argument)
