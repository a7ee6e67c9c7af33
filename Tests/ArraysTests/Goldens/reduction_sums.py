"""Sums, means, variances, products and extrema of arrays in every layout: reduction_sums.txt."""

import random

from reduction_views import make, np, result
from golden import Golden

random.seed(20)
FLOATS = ["float64", "float64", "float64", "float32"]
OTHERS = ["bool", "uint8", "int64"]
SIZES = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 64, 100, 127, 128, 129, 130, 137, 255, 256, 257, 1000]


def random_spec(dtype, limit):
    rank = random.choice([1, 2, 2, 3, 3, 3, 4, 4])
    shape = []
    room = limit
    for _ in range(rank):
        n = random.choice([s for s in SIZES if s <= max(room, 1)])
        shape.append(n)
        room //= n
    random.shuffle(shape)
    spec = f"{dtype}:{','.join(map(str, shape))}:{random.randrange(1000)}"
    for _ in range(random.choice([0, 0, 1, 1, 2, 3])):
        kind = random.choice(["transpose", "slice", "slice", "broadcast"])
        rank = len(shape)
        if kind == "transpose":
            order = random.sample(range(rank), rank)
            shape = [shape[a] for a in order]
            spec += ";transpose " + " ".join(map(str, order))
        elif kind == "slice":
            axis = random.randrange(rank)
            n = shape[axis]
            step = random.choice([1, 1, 2, 3, -1, -1, -2])
            start = random.randrange(n) if random.random() < 0.5 else (0 if step > 0 else n - 1)
            most = (n - start + step - 1) // step if step > 0 else start // -step + 1
            count = most if random.random() < 0.6 else random.randint(1, most)
            shape[axis] = count
            spec += f";slice {axis} {start} {count} {step}"
        elif rank < 4 and random.random() < 0.4:
            axis = random.randint(0, rank)
            shape.insert(axis, 3)
            spec += f";broadcast {axis} 3"
    return spec, len(shape)


def random_axes(rank):
    if random.random() < 0.3:
        return None
    return tuple(sorted(random.sample(range(rank), random.randint(1, rank))))


def compute(spec, function, axes, options):
    x = make(spec)
    keywords = {"axis": axes, "keepdims": "keepdims" in options}
    for option in options:
        if option.startswith("dtype="):
            keywords["dtype"] = option[6:]
        if option.startswith("ddof="):
            keywords["ddof"] = int(option[5:])
    with np.errstate(all="ignore"):
        if function == "sumthensum":
            return x.sum(**keywords).sum()
        if function == "doublethensum":
            return (x + x).sum(**keywords)
        return getattr(np, function)(x, **keywords)


seen = set()
with Golden(__file__, "reduction_sums.txt") as golden:

    def case(function, spec, axes, *options):
        key = (function, spec, axes, options)
        if key in seen:
            return
        seen.add(key)
        named = "all" if axes is None else ",".join(map(str, axes))
        golden.case(function, spec, named, " ".join(options), result(compute(spec, function, axes, options)))

    for n in [0, 1, 2, 7, 8, 9, 15, 16, 17, 127, 128, 129, 136, 137, 1000, 8191, 8192, 8193, 16384, 20000]:
        for dtype in ["float64", "float32"]:
            case("sum", f"{dtype}:{n}:{n}", None)
        if n > 1:
            case("sum", f"float64:{n}:{n};slice 0 {n - 1} {n} -1", None)
            case("sum", f"float64:{2 * n}:{n};slice 0 1 {n} 2", None)
            for dtype in ["bool", "uint8", "int64", "float32", "float64"]:
                case("mean", f"{dtype}:{n}:3", None)
                case("var", f"{dtype}:{n}:4", None)
    for shape, axes in [
        ("3,300,40", None), ("3,300,40", (0,)), ("3,300,40", (1,)), ("3,300,40", (2,)), ("3,300,40", (0, 2)),
        ("20,1000", (0,)), ("20,1000", (1,)), ("1000,20", (0,)), ("1000,20", (1,)), ("2,9000", (1,)), ("9000,2", (0,)),
        ("9000,2", (1,)), ("4,5,6,70", (0, 2)), ("4,5,6,70", (1, 3)), ("4,5,6,70", (0, 1)), ("7,11,13,17", (1, 2)),
        ("100,9,10", (0, 2)), ("100,9,10", (1,)), ("3,90,3,30", (0, 2)), ("3,90,3,30", (1, 3)), ("2,3,4000", (0, 2)),
        ("2,3,4000", (0, 1)), ("30,30,30", (0, 2)), ("30,30,30", (1,)), ("30,30,30", None), ("9000,3", None),
    ]:
        for dtype in ["float64", "float32", "uint8"]:
            for function in ["sum", "mean", "var"] if dtype != "uint8" else ["mean", "var"]:
                case(function, f"{dtype}:{shape}:5", axes)
            cut = [int(n) for n in shape.split(",")]
            cut[-1] = max(cut[-1] - 1, 1)
            tail = f";slice {len(cut) - 1} 0 {cut[-1]} 1"
            case("mean", f"{dtype}:{shape}:5{tail}", axes)
            order = " ".join(map(str, reversed(range(len(cut)))))
            case("mean", f"{dtype}:{shape}:6;transpose {order}", axes)
            case("mean", f"{dtype}:{shape}:6;slice 0 1 {cut[0] - 1} 1;transpose {order}", axes)
    for _ in range(420):
        spec, rank = random_spec(random.choice(FLOATS), random.choice([100, 1000, 9000, 20000]))
        function = random.choice(
            ["sum", "sum", "sum", "mean", "var", "std", "prod", "sumthensum", "doublethensum", "max", "min"]
        )
        options = random.choice([(), (), (), ("keepdims",), ("dtype=float64",), ("dtype=float32",)])
        if function in ("max", "min", "doublethensum"):
            options = tuple(o for o in options if o == "keepdims")
        if function in ("var", "std") and random.random() < 0.3:
            options += ("ddof=1",)
        case(function, spec, random_axes(rank), *options)
    for _ in range(200):
        dtype = random.choice(OTHERS)
        spec, rank = random_spec(dtype, random.choice([100, 1000, 20000]))
        function = random.choice(["sum", "mean", "mean", "var", "std", "prod", "max", "min", "any", "all", "count_nonzero"])
        options = random.choice([(), (), ("keepdims",)])
        if function in ("sum", "prod"):
            options += (random.choice(["dtype=float64", "dtype=float32", "dtype=int64"]),)
        case(function, spec, random_axes(rank), *options)
