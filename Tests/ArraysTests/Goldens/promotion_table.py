"""What dtype two operands give together: promotion_table.txt. Operands without axes count with their value."""

from reduction_views import np
from golden import Golden
from ufunc_values import SUPPORTED

inf, nan = float("inf"), float("nan")
SCALARS = {
    "bool": [True],
    "uint8": [0, 1, 127, 128, 255],
    "int64": [0, 1, 5, 127, 128, 255, 256, 300, 32767, 32768, 65535, 65536, 70000, 2**31, 2**32, 2**40, 2**62, -1, -128,
              -129, -32768, -32769, -40000, -(2**31), -(2**40)],
    "float32": [0.0, 0.1, 1e30, inf, nan],
    "float64": [0.0, 0.1, 1e-300, 65504.0, 70000.0, 3.3e38, 3.4e38, 3.4028234663852886e38, 1e39, 1e308, -1e39, inf, -inf, nan],
}

with Golden(__file__, "promotion_table.txt") as golden:

    def case(a, b):
        for function in ("add", "multiply", "maximum", "divide", "less"):
            golden.case(function, a, b, str(getattr(np, function)(a, b).dtype))
        golden.case("result_type", a, b, str(np.result_type(a, b)))

    with np.errstate(all="ignore"):
        for first in SUPPORTED:
            for second in SUPPORTED:
                case(np.ones(2, first), np.ones(2, second))
                case(np.ones((), first), np.ones((), second))
                for value in SCALARS[second]:
                    case(np.ones(2, first), np.array(value, second))
                    case(np.array(value, second), np.ones((1, 2), first))
