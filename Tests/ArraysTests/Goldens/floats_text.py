"""Floats as text (repr, %f, %e, %g) and text as floats, many cases a line."""

import math
import os
import struct
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden  # noqa: E402

random = np.random.RandomState(11)
hard = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 3.5, 1 / 3, 1e15, 1e16, 1e17, 9999999999999998.0, 9007199254740991.0, 9007199254740992.0,
        9007199254740993.0, 9007199254740994.0, 18014398509481982.0, 18014398509481984.0, 1e22, 1e23, 1e-4, 1e-5, 9.999e-5, 0.00012345,
        5e-324, 1e-323, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, 123456789.0, 0.30000000000000004,
        4.35, 2.675, 1.005, 0.125, 0.375, 1e100, 2.0**-44, 2.0**70, 2.0**-1074 * 3, 4.4501477170144023e-308, 1.8446744073709552e19,
        6.02214076e23, 8.41e21, 2.0**-24, 5.0e-320, 123456.789e3, 1e21, 12345678901234567.0, 0.1 + 0.7, 4.5, 5.5, 6.5, 99.5, 999999.5, 9.5]
bits = [struct.unpack("<d", random.bytes(8))[0] for _ in range(900)]
plain = [float(x) for x in random.randn(500)] + [float(x) for x in 10.0 ** random.uniform(-8, 20, 500)]
short = [float(f"{random.randint(1, 10**6)}e{random.randint(-12, 12)}") for _ in range(300)]
powers = [2.0**n for n in range(-1074, 1024, 17)]
values = hard + [x for x in bits if math.isfinite(x)] + plain + short + powers


def chunks(items, size):
    return (items[start:start + size] for start in range(0, len(items), size))


with np.errstate(all="ignore"), Golden(__file__, "floats_text.txt") as golden:
    for group in chunks(values + [math.inf, -math.inf, math.nan], 20):
        golden.case("repr", np.array(group), " ".join(map(repr, group)))
    singles = np.concatenate([np.array(hard + plain[:300] + short).astype(np.float32),
                              np.frombuffer(random.bytes(4 * 900), np.float32), 2.0 ** np.arange(-149, 128, 3).astype(np.float32)])
    singles = np.append(singles[np.isfinite(singles)], [np.float32(np.inf), np.float32(np.nan)])
    for group in chunks(singles, 20):
        golden.case("repr", group, " ".join(map(str, group)))
    cases = hard + bits[:40] + plain[::40] + short[::20] + [math.inf, -math.inf, math.nan]
    for digits in (0, 1, 2, 3, 6, 8, 15, 17, 25, 60):
        for group in chunks(cases, 20):
            group = [x for x in group if abs(x) < 1e40 or digits < 9]
            golden.case(f"fixed {digits}", np.array(group), " ".join("%.*f" % (digits, x) for x in group))
            golden.case(f"exponent {digits}", np.array(group), " ".join("%.*e" % (digits, x) for x in group))
            golden.case(f"EXPONENT {digits}", np.array(group), " ".join("%.*E" % (digits, x) for x in group))
            golden.case(f"general {digits}", np.array(group), " ".join("%.*g" % (digits, x) for x in group))
            golden.case(f"#general {digits}", np.array(group), " ".join("%#.*g" % (digits, x) for x in group))

texts = ["1", "1.", ".5", "1e5", "1E+5", "1e-5", " 1.5 ", "\t2\n", "+3", "-4", "-.5e1", "1_000", "1_0.0_1", "1_0e1_0", "_1", "1_", "1__0", "1_.0", "1._0",
         "1e_5", "1e5_", "", " ", ".", "e5", "1e", "1e+", "+", "-", "+-1", "--1", "0x10", "0x1p3", "inf", "-inf", "+Infinity", "INFINITY", "infinit",
         "nan", "-NaN", "+nan", "nan(1)", "1.5.2", "1 2", "1,5", "abc", "1f", "1d", "1e400", "-1e400", "1e-400", "-1e-400", "0", "-0", "0.0000001e8",
         "9007199254740993", "9007199254740992.99999999999999", "1.7976931348623158e308", "1.7976931348623159e308", "2.4703282292062328e-324",
         "2.4703282292062327e-324", "4.9406564584124654e-324", "1" * 400, "0." + "0" * 330 + "1", "123456789012345678901234567890",
         "0.1000000000000000055511151231257827021181583404541015625", "\u00a01\u2003", "\x1c1", "1\x00", "i_nf", "8.5e22", "1.0000000000000002220446049250313"]
texts += [repr(x) for x in hard + plain[::10] + bits[::9] if math.isfinite(x)]
texts += ["%.30e" % x for x in hard + bits[::15] if math.isfinite(x)]
with Golden(__file__, "floats_parse.txt") as golden:
    for text in texts:
        try:
            golden.case(text, np.array(float(text)))
        except ValueError:
            golden.case(text, "error")
