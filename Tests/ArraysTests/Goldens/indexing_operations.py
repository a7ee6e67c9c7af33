"""What the golden scripts on indexing, shaping, sorting and creation share: cases are written as one line of text,

    reshape shape=2,6 order=F | a

an operation, its arguments, and the names of its arrays; the Swift tests take the same line apart. A case in a golden
file: the line, the arrays, "->", and then the resulting arrays, or "error", the exception's class and its message.
"""

import os
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

import numpy as np  # noqa: E402

from golden import Golden, encode  # noqa: E402

warnings.simplefilter("ignore")
np.seterr(all="ignore")


def encode_input(array):
    """An array that is not plain is written as a view: shape, strides, offset, whether it can be written to, its base."""
    if array.flags.c_contiguous and array.flags.writeable:
        return encode(array)
    base = array
    while base.base is not None and isinstance(base.base, np.ndarray):
        base = base.base
    assert base.dtype == array.dtype and base.flags.c_contiguous
    size = array.itemsize
    offset = (array.__array_interface__["data"][0] - base.__array_interface__["data"][0]) // size
    shape = ",".join(map(str, array.shape))
    strides = ",".join(str(s // size) for s in array.strides)
    return f"view {shape} {strides} {offset} {int(array.flags.writeable)} {encode(base)}"


def encode_output(array):
    """With the strides of the axes that have any, and whether it can be written to."""
    array = np.asarray(array)
    strides = [s // array.itemsize if n > 1 and array.size else "-" for n, s in zip(array.shape, array.strides)]
    return f"{encode(array)} @{','.join(map(str, strides))}{'' if array.flags.writeable else ' read-only'}"


class Arguments(dict):
    def __init__(self, words):
        super().__init__(word.split("=", 1) for word in words)

    def integer(self, name, default=None):
        return default if self.get(name, "none") == "none" else int(self[name])

    def integers(self, name, default=None):
        if self.get(name, "none") == "none":
            return default
        return tuple(int(word) for word in self[name].split(",") if word)

    def number(self, name, default=None):
        if name not in self:
            return default
        return float(self[name]) if any(c in self[name] for c in ".einf") else int(self[name])

    def flag(self, name):
        return self.get(name) == "true"


def parse_index(text, arrays):
    """`1:3,...,None,#0,True`: entries of a subscript; #0 is the first of the index arrays."""
    entries = []
    for word in text.split(",") if text else []:
        if word == "...":
            entries.append(...)
        elif word in ("None", "True", "False"):
            entries.append({"None": None, "True": True, "False": False}[word])
        elif word.startswith("#"):
            entries.append(arrays[int(word[1:])])
        elif ":" in word:
            entries.append(slice(*(int(part) if part else None for part in word.split(":"))))
        else:
            entries.append(int(word))
    return tuple(entries)


class Operations(Golden):
    """with Operations(__file__, "NAME.txt", OPERATIONS, ARRAYS) as golden: golden.run("reshape shape=2,6 | a")"""

    def __init__(self, script, name, operations, arrays):
        super().__init__(script, name)
        self.operations = operations
        self.arrays = arrays

    def run(self, line):
        words, _, names = line.partition("|")
        operation, *arguments = words.split()
        inputs = [self.arrays[name] for name in names.split()]
        fields = [encode_input(array) for array in inputs]
        # Operations may write; a view gets a base of its own.
        inputs = [fresh(array) for array in inputs]
        try:
            results = self.operations[operation](Arguments(arguments), *inputs)
            results = list(results) if isinstance(results, (tuple, list)) else [results]
            outcome = [encode_output(array) for array in results]
        except Exception as error:
            outcome = ["error", type(error).__name__, str(error)]
        self.case(line, *fields, "->", *outcome)


def fresh(array):
    """A copy with the same strides."""
    base = array
    while base.base is not None and isinstance(base.base, np.ndarray):
        base = base.base
    copy = base.copy()
    offset = array.__array_interface__["data"][0] - base.__array_interface__["data"][0]
    view = np.ndarray(array.shape, array.dtype, copy, offset, array.strides)
    view.flags.writeable = array.flags.writeable
    return view
