"""Medians, quantiles, averages, cumulative functions, functions that ignore nan, rounding, clipping, and the warnings and
errors of reductions: reduction_others.txt. A case: expression over `x` and `y`, their specs or arrays, result, warnings.
"""

import random
import warnings

from reduction_views import make, np, result
from golden import Golden

random.seed(6)
SPECS = [
    "float64:7:1", "float64:8:2", "float64:5,6:3", "float64:5,6:3;transpose 1 0", "float64:4,3,5:4;slice 2 4 5 -1",
    "float32:9:5", "float32:4,5:6", "int64:7:7", "int64:4,6:8", "uint8:5,4:9", "bool:4,4:10", "float64:1:11",
    "float64:3,1,4:12", "float64:2,3,4,5:13;transpose 3 1 0 2", "float64:300:1;slice 0 1 99 3", "float64::4",
]
NANS = ["1,nan,3", "nan,nan", "nan", "nan,-1,nan,2", "1,inf,-inf,nan", "inf,1"]


def array(text):
    return make(text) if ":" in text else np.array([float(v) for v in text.split(",") if v])


def compute(function, text, arguments):
    x = array(text)
    keywords = {}
    for argument in arguments:
        key, _, value = argument.partition("=")
        if key in ("q", "weights"):
            keywords[key] = [float(v) for v in value.split(",")]
            if len(keywords[key]) == 1 and key == "q":
                keywords[key] = keywords[key][0]
        elif key == "axis":
            keywords[key] = tuple(int(v) for v in value.split(","))
            if len(keywords[key]) == 1:
                keywords[key] = keywords[key][0]
        elif key in ("decimals", "n", "ddof"):
            keywords[key] = int(value)
        elif key in ("a_min", "a_max"):
            keywords[key] = (float if "." in value else int)(value) if value != "None" else None
        elif key == "keepdims":
            keywords[key] = True
        elif key in ("dtype", "initial"):
            keywords[key] = float(value) if key == "initial" else value
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = getattr(np, function)(x, **keywords)
        except Exception as error:
            return "error", str(error), ""
    if str(np.asarray(value).dtype) not in ("bool", "uint8", "int64", "float32", "float64"):
        return "unsupported", str(value.dtype), ""
    return "value", result(value), "|".join(str(w.message) for w in caught)


with Golden(__file__, "reduction_others.txt") as golden:

    def case(function, text, *arguments):
        golden.case(function, text, ";".join(arguments), *compute(function, text, arguments))

    for spec in SPECS:
        rank = array(spec).ndim
        choices = [()] + [(f"axis={a}",) for a in range(-rank, rank)] + ([("axis=0,1",), ("axis=-1,0",)] if rank > 1 else [])
        for axis in choices:
            case("median", spec, *axis)
            case("percentile", spec, "q=30", *axis)
            case("quantile", spec, "q=0.25,0.5,1", *axis)
            case("ptp", spec, *axis)
            if len(axis) == 0 or "," not in axis[0]:
                case("cumsum", spec, *axis)
                case("cumprod", spec, *axis)
                case("average", spec, *axis)
        case("median", spec, "keepdims=1")
        case("percentile", spec, "q=0,10,99.5,100", "keepdims=1")
        for n in (0, 1, 2, 3):
            case("diff", spec, f"n={n}")
        if rank > 1:
            case("diff", spec, "n=1", "axis=0")
        for decimals in (-2, -1, 0, 1, 2, 5):
            case("round", spec, f"decimals={decimals}")
        for low, high in [("0", "1"), ("-1.5", "2.5"), ("None", "3"), ("2", "None"), ("3", "1"), ("None", "None"), ("0", "300")]:
            case("clip", spec, f"a_min={low}", f"a_max={high}")
        for function in ("nansum", "nanmean", "nanmax", "nanmin", "nan_to_num"):
            case(function, spec)
        case("max", spec, "initial=5")
        case("min", spec, "initial=-2")
        case("sum", spec, "initial=3")
    for text in NANS:
        for function in ("nansum", "nanmean", "nanmax", "nanmin", "median", "max", "min", "sum", "mean", "var", "std", "any",
                         "all", "ptp", "nan_to_num", "cumsum", "diff"):
            case(function, text)
        for function in ("nansum", "nanmean", "nanmax", "nanmin", "max", "min", "mean", "var"):
            case(function, text, "axis=0", "keepdims=1")
        case("percentile", text, "q=50")
    for text in ("", "float64:0,3:1", "float64:3,0:1"):
        for function in ("sum", "prod", "mean", "var", "std", "max", "min", "any", "all", "median", "nanmax", "nanmean", "ptp",
                         "cumsum", "diff"):
            case(function, text)
            if text:
                case(function, text, "axis=0")
                case(function, text, "axis=1")
        case("max", text, "initial=2")
        case("percentile", text, "q=50")
    for text in ("1e308,1e308", "-1e308,-1e308,1", "inf,-inf", "1e200,1e200"):
        for function in ("sum", "prod", "mean", "var", "std", "cumsum", "cumprod"):
            case(function, text)
            case(function, text, "axis=0", *(["keepdims=1"] if not function.startswith("cum") else []))
    for text in ("1", "1,2"):
        for ddof in (0, 1, 2, 3):
            case("var", text, f"ddof={ddof}")
            case("std", text, f"ddof={ddof}", "keepdims=1")
    for arguments in (("axis=2",), ("axis=-3",), ("axis=0,0",), ("axis=0,-2",)):
        for function in ("sum", "max", "mean", "any", "median", "var"):
            case(function, "float64:2,3:1", *arguments)
    case("cumsum", "float64:2,3:1", "axis=2")
    case("diff", "float64:2,3:1", "n=-1")
    case("percentile", "1,2,3", "q=101")
    case("quantile", "1,2,3", "q=-0.5")
    for spec in ("float64:6:1", "float32:6:1", "int64:6:1", "bool:6:1"):
        case("average", spec, "weights=1,2,3,4,5,6")
        case("average", spec, "weights=0.5,0,0.25,1,2,-1", "axis=0")
    case("average", "float64:2,3:1", "weights=1,2,3", "axis=1")
    case("average", "float64:2,3:1", "weights=1,2", "axis=0", "keepdims=1")
    case("average", "float64:2,3:1", "weights=1,2", "axis=1")
    case("average", "float64:2,3:1", "weights=1,2")
    case("average", "float64:3:1", "weights=1,-1,0")
