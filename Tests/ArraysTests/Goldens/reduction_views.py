"""Arrays that Python and Swift make alike from a short text, so that golden files hold no large inputs.

`float64:3,4:7;transpose 1 0;slice 0 3 2 -1;broadcast 1 5`: dtype, shape and seed, then steps that make a view.
`slice AXIS START COUNT STEP`, `broadcast AXIS LENGTH` (a new axis of repeated elements). See ReductionViews.swift.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

import numpy as np

from golden import encode


def numbers(count, seed):
    mask = np.uint64(0xFFFFFFFF)
    h = (np.arange(count, dtype=np.uint64) * np.uint64(2654435761) + np.uint64(seed * 40503)) & mask
    h ^= h >> np.uint64(15)
    h = (h * np.uint64(2246822519)) & mask
    return h ^ (h >> np.uint64(13))


def base(dtype, shape, seed):
    h = numbers(int(np.prod(shape, dtype=int)), seed)
    if dtype.startswith("float"):
        values = (h.astype(np.float64) / 2.0**31 - 1.0) * 2.0 ** (h % np.uint64(7)).astype(np.float64)
        if dtype == "float64":
            # Digits beyond 32 bits, so that every addition rounds.
            values = values / 3.0
    elif dtype == "int64":
        values = (h % np.uint64(2001)).astype(np.int64) - 1000
    elif dtype == "uint8":
        values = h & np.uint64(255)
    else:
        values = h & np.uint64(16)
    return values.astype(dtype).reshape(shape)


def make(spec):
    first, *steps = spec.split(";")
    dtype, shape, seed = first.split(":")
    x = base(dtype, tuple(int(n) for n in shape.split(",") if n), int(seed))
    for step in steps:
        name, *numbers_ = step.split()
        n = [int(v) for v in numbers_]
        if name == "transpose":
            x = x.transpose(n)
        elif name == "slice":
            axis, start, count, stride = n
            stop = start + count * stride
            x = x[(slice(None),) * axis + (slice(start, None if stop < 0 else stop, stride),)]
            assert x.shape[axis] == count, spec
        elif name == "broadcast":
            axis, length = n
            x = np.expand_dims(x, axis)
            x = np.broadcast_to(x, x.shape[:axis] + (length,) + x.shape[axis + 1 :])
        else:
            raise ValueError(step)
    return x


def result(array):
    """The array, or a digest of its bytes (FNV-1a) where it is long."""
    array = np.array(array)
    if array.dtype.kind == "f":
        array[np.isnan(array)] = np.nan
    if array.size <= 12:
        return encode(array)
    digest = 0xCBF29CE484222325
    for byte in np.ascontiguousarray(array).tobytes():
        digest = ((digest ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{array.dtype} {','.join(map(str, array.shape))} digest {digest:016x}"
