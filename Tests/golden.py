"""Writes golden files: a case a line, fields separated by tabs (read by Tests/GoldenFiles).

Run the scripts beside the golden files with CPython 3.11 and NumPy 1.26.4:
    python3 -m venv venv && venv/bin/pip install numpy==1.26.4
    venv/bin/python Tests/ArraysTests/Goldens/NAME.py
"""

import os
import sys

import numpy as np

assert np.__version__ == "1.26.4" and sys.version_info[:2] == (3, 11), "golden files need CPython 3.11, NumPy 1.26.4"


def encode(array):
    """`float64 2,3 000000000000f03f...`: dtype, shape, elements in C order."""
    array = np.asarray(array)
    assert array.dtype in (np.bool_, np.uint8, np.int64, np.float32, np.float64), array.dtype
    return f"{array.dtype} {','.join(map(str, array.shape))} {np.ascontiguousarray(array).tobytes().hex()}"


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


class Golden:
    """with Golden(__file__, "sums.txt") as golden: golden.case("name", "text", array)"""

    def __init__(self, script, name):
        self.path = os.path.join(os.path.dirname(os.path.abspath(script)), name)
        self.lines = []

    def __enter__(self):
        return self

    def case(self, *fields):
        self.lines.append("\t".join(escape(f) if isinstance(f, str) else encode(f) for f in fields))

    def __exit__(self, kind, value, trace):
        if kind is None:
            with open(self.path, "w") as file:
                file.write("\n".join(self.lines) + "\n")
