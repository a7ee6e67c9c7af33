"""The eight layer functions as plain NumPy loops, and what they give over many shapes (read by LayersTests).

A case: name, function, parameters, inputs, results. Inputs are made by a formula that the tests know too (`make`), or
stored. Results are stored, large ones as a digest. Every nan counts as the same nan.
"""

import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden, encode  # noqa: E402

np.seterr(all="ignore")

# The layers --------------------------------------------------------------------------------------------------------


def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant", constant_values=0)


def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    return Z + float(b)


def windows(n_H, n_W, f, stride):
    for h in range(n_H):
        for w in range(n_W):
            yield h, w, slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)


def conv_forward(A_prev, W, b, stride, pad):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h, w, rows, columns in windows(n_H, n_W, f, stride):
            for c in range(n_C):
                Z[i, h, w, c] = conv_single_step(a_prev_pad[rows, columns, :], W[:, :, :, c], b[:, :, :, c])
    return Z


def conv_backward(dZ, A_prev, W, stride, pad):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    m, n_H, n_W, n_C = dZ.shape
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h, w, rows, columns in windows(n_H, n_W, f, stride):
            for c in range(n_C):
                a_slice = a_prev_pad[rows, columns, :]
                da_prev_pad[rows, columns, :] += W[:, :, :, c] * dZ[i, h, w, c]
                dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : da_prev_pad.shape[0] - pad, pad : da_prev_pad.shape[1] - pad, :]
    return dA_prev, dW, db


def pool_forward(A_prev, f, stride, mode):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h, w, rows, columns in windows(n_H, n_W, f, stride):
            for c in range(n_C):
                a_prev_slice = A_prev[i][rows, columns, c]
                A[i, h, w, c] = np.max(a_prev_slice) if mode == "max" else np.mean(a_prev_slice)
    return A


def create_mask_from_window(x):
    return x == np.max(x)


def distribute_value(dz, shape):
    n_H, n_W = shape
    average = dz / (n_H * n_W)
    return np.ones(shape) * average


def pool_backward(dA, A_prev, f, stride, mode):
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h, w, rows, columns in windows(n_H, n_W, f, stride):
            for c in range(n_C):
                if mode == "max":
                    mask = create_mask_from_window(a_prev[rows, columns, c])
                    dA_prev[i, rows, columns, c] += np.multiply(mask, dA[i, h, w, c])
                else:
                    dA_prev[i, rows, columns, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev


# Inputs and results ------------------------------------------------------------------------------------------------


def made(text):
    """`make float64 2,5,7,4 3 C none`: dtype, shape, seed, layout, special values."""
    _, dtype, shape, seed, layout, special = text.split(" ")
    shape = tuple(int(n) for n in shape.split(",") if n)
    i = np.arange(int(np.prod(shape)))
    step = (i * 7919 + int(seed) * 104729) % 1000
    values = step / 500 - 1 if dtype.startswith("float") else step % 21 - (10 if dtype == "int64" else 0)
    if dtype == "bool":
        values = step % 2
    if special == "nan":
        values[i % 37 == 5] = np.nan
    elif special == "inf":
        values[i % 41 == 7] = np.inf
        values[i % 43 == 3] = -np.inf
    elif special == "zeros":
        values[i % 3 == 0] = -0.0
    elif special == "minus":
        values[:] = -0.0
    elif special == "ties":
        values = np.floor(values * 2) / 2
    array = values.reshape(shape).astype(dtype)
    if layout == "F":
        array = np.asfortranarray(array)
    elif layout.startswith("perm"):
        axes = [int(digit) for digit in layout[4:]]
        array = np.ascontiguousarray(array.transpose(axes)).transpose(np.argsort(axes))
    elif layout.startswith("flip"):
        axis = int(layout[4:])
        array = np.flip(np.ascontiguousarray(np.flip(array, axis)), axis)
    elif layout == "step":
        wide = np.zeros((*shape[:-1], 2 * shape[-1]), dtype)
        wide[..., ::2] = array
        array = wide[..., ::2]
    return array


def result(array):
    """The bits of a small array; `digest shape hash` (64-bit FNV-1a over the bytes) of a large one."""
    array = np.array(array)
    if array.dtype.kind == "f":
        array[np.isnan(array)] = np.nan
    if array.size <= 150:
        return encode(array)
    hash = 0xCBF29CE484222325
    for byte in np.ascontiguousarray(array).tobytes():
        hash = (hash ^ byte) * 0x100000001B3 % 2**64
    return f"digest {','.join(map(str, array.shape))} {hash:016x}"


def spec(shape, seed, layout="C", special="none", dtype="float64"):
    return f"make {dtype} {','.join(map(str, shape))} {seed} {layout} {special}"


def as_float64(array):
    """What the layers compute in: integers and booleans become float64 first, so that nothing wraps."""
    return array if array.dtype == np.float64 else array.astype(np.float64, order="K")


class Cases:
    def __init__(self, golden):
        self.golden = golden
        self.count = 0

    def add(self, name, function, parameters, inputs, *results):
        self.count += 1
        self.golden.case(f"{self.count} {name}", function, parameters, *inputs, *results)

    def convolution(self, name, shape, f, n_C, stride, pad, backward=True, A="C none", W="C none", types=("float64",) * 3):
        layouts = [A.split(), W.split(), ("C", "none")]
        m, n_H_prev, n_W_prev, n_C_prev = shape
        shapes = [shape, (f, f, n_C_prev, n_C), (1, 1, 1, n_C)]
        seed = self.count % 50
        inputs = [spec(s, seed + k, *layouts[k], types[k]) for k, s in enumerate(shapes)]
        arrays = [as_float64(made(text)) for text in inputs]
        parameters = f"stride={stride} pad={pad}"
        Z = conv_forward(*arrays, stride, pad)
        if types == ("int64",) * 3:
            assert (Z == conv_forward(*map(made, inputs), stride, pad)).all()
        self.add(name, "conv_forward", parameters, inputs, self.encode(Z))
        if backward:
            dZ = spec(Z.shape, seed + 3, W.split()[0] if W.startswith("flip") else "C", "none", types[0])
            gradients = conv_backward(as_float64(made(dZ)), arrays[0], arrays[1], stride, pad)
            self.add(name, "conv_backward", parameters, [dZ, *inputs[:2]], *map(self.encode, gradients))

    def pooling(self, name, shape, f, stride, layout="C none", dtype="float64", modes=("max", "average")):
        seed = self.count % 50
        text = spec(shape, seed, *layout.split(), dtype)
        A_prev = as_float64(made(text))
        for mode in modes:
            parameters = f"f={f} stride={stride} mode={mode}"
            A = pool_forward(A_prev, f, stride, mode)
            self.add(name, "pool_forward", parameters, [text], self.encode(A))
            special = "inf" if "inf" in layout else "none"
            dA = spec(A.shape, seed + 1, "C", special, dtype)
            self.add(
                name, "pool_backward", parameters, [dA, text],
                self.encode(pool_backward(as_float64(made(dA)), A_prev, f, stride, mode)))

    encode = staticmethod(result)


CONVOLUTIONS = [  # A_prev, f, n_C, stride, pad
    ((2, 5, 7, 4), 3, 8, 2, 1), ((10, 4, 4, 3), 2, 8, 2, 2), ((1, 1, 1, 1), 1, 1, 1, 0), ((1, 1, 1, 1), 1, 1, 1, 3),
    ((2, 6, 5, 1), 3, 1, 1, 0), ((1, 7, 9, 1), 2, 2, 1, 1), ((2, 5, 5, 2), 3, 3, 1, 1), ((1, 8, 3, 3), 3, 4, 2, 0),
    ((1, 9, 11, 2), 2, 5, 3, 0), ((1, 10, 10, 1), 2, 6, 4, 1), ((3, 4, 6, 5), 1, 7, 1, 0), ((1, 6, 4, 2), 4, 9, 1, 2),
    ((1, 5, 8, 3), 5, 10, 1, 3), ((2, 3, 3, 7), 2, 11, 1, 1), ((1, 7, 7, 1), 7, 12, 1, 0), ((1, 6, 6, 8), 3, 13, 5, 3),
    ((1, 4, 5, 9), 1, 14, 2, 2), ((1, 8, 8, 1), 8, 15, 1, 0), ((1, 5, 4, 16), 3, 16, 1, 0), ((1, 4, 4, 15), 3, 17, 1, 1),
    ((1, 6, 7, 12), 5, 9, 1, 1), ((1, 6, 6, 12), 5, 3, 1, 0), ((1, 5, 4, 64), 3, 10, 1, 0), ((1, 4, 4, 64), 3, 2, 1, 0),
    ((1, 4, 3, 14), 3, 8, 1, 0), ((1, 12, 5, 2), 2, 8, 7, 1), ((2, 3, 5, 130), 1, 8, 2, 0), ((1, 8, 8, 128), 8, 1, 1, 0),
    ((1, 8, 9, 129), 8, 9, 1, 0), ((0, 5, 5, 3), 3, 8, 1, 1), ((0, 3, 3, 2), 2, 2, 1, 0), ((2, 4, 4, 0), 2, 3, 1, 0),
    ((1, 4, 4, 2), 2, 0, 1, 1), ((1, 2, 9, 3), 2, 24, 4, 0), ((1, 3, 3, 4), 3, 8, 100, 0), ((1, 11, 6, 2), 3, 5, 2, 3),
    ((1, 1, 12, 3), 1, 8, 5, 1), ((1, 13, 13, 3), 13, 4, 1, 0), ((1, 9, 9, 17), 3, 1, 3, 0), ((4, 3, 4, 8), 3, 8, 1, 1),
]  # fmt: skip

LAYOUTS = [  # A_prev, W
    ("F none", "C none"), ("C none", "F none"), ("F none", "F none"), ("perm0213 none", "C none"), ("perm3120 none", "C none"),
    ("C none", "perm1023 none"), ("F none", "perm2103 none"), ("F none", "perm1203 none"), ("F none", "perm3210 none"),
    ("flip1 none", "flip0 none"), ("flip3 none", "C none"), ("step none", "step none"), ("C nan", "C none"), ("C none", "C inf"),
    ("C inf", "C nan"), ("C zeros", "C zeros"), ("C minus", "C none"), ("C minus", "C minus"), ("F zeros", "step zeros"),
]  # fmt: skip

POOLINGS = [  # A_prev, f, stride
    ((2, 4, 4, 3), 3, 2), ((2, 5, 5, 3), 3, 1), ((5, 5, 3, 2), 2, 1), ((1, 1, 1, 1), 1, 1), ((1, 7, 9, 1), 2, 3),
    ((2, 8, 6, 8), 2, 2), ((1, 9, 9, 9), 4, 2), ((1, 13, 14, 2), 13, 1), ((1, 12, 13, 1), 12, 1), ((1, 13, 13, 1), 13, 2),
    ((1, 12, 11, 16), 11, 1), ((1, 9, 7, 17), 3, 4), ((0, 4, 4, 3), 2, 2), ((1, 6, 6, 0), 2, 2), ((1, 5, 5, 5), 1, 2),
    ((1, 10, 3, 7), 3, 3), ((1, 8, 8, 10), 8, 8), ((3, 3, 3, 4), 3, 50), ((1, 95, 96, 2), 95, 1), ((1, 91, 91, 1), 91, 1),
    ((1, 91, 92, 9), 91, 1),
]  # fmt: skip


def write_exact(golden):
    cases = Cases(golden)
    for k, (shape, f, n_C, stride, pad) in enumerate(CONVOLUTIONS):
        cases.convolution("convolution", shape, f, n_C, stride, pad, backward=f < 8)
    for A, W in LAYOUTS:
        cases.convolution(f"A {A}, W {W}", (2, 5, 4, 3), 3, 9, 1, 1, A=A, W=W)
        cases.convolution(f"A {A}, W {W}", (1, 4, 5, 5), 2, 3, 2, 0, A=A, W=W)
        cases.convolution(f"A {A}, W {W}", (1, 3, 3, 1), 2, 8, 1, 1, A=A, W=W)
    for types in [("int64",) * 3, ("uint8",) * 3, ("bool",) * 3, ("float32", "float64", "int64"), ("float64", "float32", "bool")]:
        cases.convolution(f"types {types}", (1, 5, 4, 3), 3, 8, 1, 1, types=types)
    for shape, f, stride in POOLINGS:
        cases.pooling("pooling", shape, f, stride)
    for layout in ("F none", "perm0213 none", "perm0321 none", "flip1 none", "flip2 none", "step none", "C nan", "C inf", "F nan",
                   "C ties", "perm0213 ties"):  # fmt: skip
        cases.pooling(layout, (2, 6, 7, 3), 3, 2, layout)
        cases.pooling(layout, (1, 7, 6, 10), 4, 1, layout)
    cases.pooling("zeros", (1, 6, 7, 9), 3, 2, "C zeros", modes=["average"])
    cases.pooling("minus", (1, 6, 7, 9), 3, 2, "C minus")
    for dtype in ("int64", "uint8", "bool"):
        cases.pooling(dtype, (1, 5, 6, 3), 2, 2, dtype=dtype)

    for shape, pad in [((4, 3, 3, 2), 2), ((4, 3, 3, 2), 3), ((1, 2, 5, 1), 1), ((2, 4, 3, 3), 0), ((0, 2, 2, 1), 1), ((1, 0, 2, 2), 1)]:
        text = spec(shape, pad, special="zeros")
        cases.add("padding", "zero_pad", f"pad={pad}", [text], result(zero_pad(made(text), pad)))
    for layout in ("F", "perm0213", "flip2", "step"):
        text = spec((2, 3, 4, 2), 1, layout)
        padded = zero_pad(made(text), 2)
        order = "order=F" if padded.flags.fnc else "order=C"
        cases.add(layout, "zero_pad", f"pad=2 {order}", [text], result(padded))
    for dtype in ("float32", "int64", "uint8", "bool"):
        text = spec((2, 3, 2, 2), 1, dtype=dtype)
        cases.add(dtype, "zero_pad", "pad=1", [text], result(zero_pad(made(text), 1)))

    for shape in [(4, 4, 3), (1, 1, 1), (2, 2, 2), (3, 3, 14), (3, 3, 15), (5, 5, 12), (3, 3, 64), (9, 9, 102), (7,), (2, 0, 3), ()]:
        for a, W in [("C", "C"), ("F", "C"), ("F", "F"), ("perm102", "perm102"), ("flip0", "flip0"), ("step", "perm210")]:
            if (len(shape) != 3 or 0 in shape) and (a, W) != ("C", "C"):
                continue
            inputs = [spec(shape, 1, a), spec(shape, 2, W), spec((1, 1, 1), 3)]
            cases.add("step", "conv_single_step", "", inputs, result(conv_single_step(*map(made, inputs))))
    for special in ("nan", "inf", "minus"):
        inputs = [spec((3, 3, 5), 1, special=special), spec((3, 3, 5), 2), spec((1, 1, 1), 3)]
        cases.add(special, "conv_single_step", "", inputs, result(conv_single_step(*map(made, inputs))))

    for shape in [(2, 3), (4, 4), (1, 1), (3, 5), (2, 2, 2)]:
        for dtype in ("float64", "float32", "int64", "uint8", "bool"):
            for layout, special in [("C", "none"), ("F", "none"), ("flip0", "ties"), ("C", "nan"), ("C", "inf")]:
                if special in ("nan", "inf") and not dtype.startswith("float") or shape[0] == 1 and layout != "C":
                    continue
                text = spec(shape, 1, layout, special if dtype.startswith("float") else "none", dtype)
                cases.add("mask", "create_mask_from_window", "", [text], result(create_mask_from_window(made(text))))
    text = spec((1, 40), 1, special="nan")
    cases.add("mask nan", "create_mask_from_window", "", [text], result(create_mask_from_window(made(text))))
    for value in (2.0, -0.0, 1e308, np.nan, np.inf, 0.1, 7, True):
        for shape in [(2, 2), (1, 1), (3, 3), (2, 5), (7, 7)]:
            dz = np.array(value)
            cases.add("share", "distribute_value", "", [encode(dz), encode(np.array(shape))],
                      result(distribute_value(dz[()], shape)))  # fmt: skip


def write_float32(golden):
    """float32 inputs, and what the loops give for them in float64: the layers come within 1e-5."""
    cases = Cases(golden)
    cases.encode = encode
    types = ("float32",) * 3
    for shape, f, n_C, stride, pad in CONVOLUTIONS[:24:2]:
        cases.convolution("convolution", shape, f, n_C, stride, pad, types=types, backward=shape[3] < 16)
    cases.convolution("F", (2, 5, 4, 3), 3, 9, 1, 1, A="F none", W="step none", types=types)
    for shape, f, stride in POOLINGS[:13]:
        cases.pooling("pooling", shape, f, stride, dtype="float32")
    cases.pooling("F", (2, 6, 5, 3), 3, 2, "F none", dtype="float32")


def write_standard(golden):
    """The arrays that the course's cells draw with seed 1, and what the layers give for them."""
    def randn(*shapes):
        np.random.seed(1)
        return [np.random.randn(*shape) for shape in shapes]

    cases = Cases(golden)
    step = randn((4, 4, 3), (4, 4, 3), (1, 1, 1))
    cases.add("conv_single_step", "conv_single_step", "", map(encode, step), encode(conv_single_step(*step)))
    for name, stride, pad, shapes in [
        ("conv_forward 2021", 2, 1, [(2, 5, 7, 4), (3, 3, 4, 8), (1, 1, 1, 8)]),
        ("conv_forward 2017", 2, 2, [(10, 4, 4, 3), (2, 2, 3, 8), (1, 1, 1, 8)]),
    ]:
        A_prev, W, b = randn(*shapes)
        Z = conv_forward(A_prev, W, b, stride, pad)
        parameters = f"stride={stride} pad={pad}"
        cases.add(name, "conv_forward", parameters, map(encode, (A_prev, W, b)), encode(Z))
        if name.endswith("2017"):
            gradients = conv_backward(Z, A_prev, W, stride, pad)
            cases.add("conv_backward", "conv_backward", parameters, map(encode, (Z, A_prev, W)), *map(encode, gradients))
    (A_prev,) = randn((2, 4, 4, 3))
    A_prev_back, dA = randn((5, 5, 3, 2), (5, 4, 2, 2))
    for mode in ("max", "average"):
        pooled = pool_forward(A_prev, 3, 2, mode)
        cases.add("pool_forward", "pool_forward", f"f=3 stride=2 mode={mode}", [encode(A_prev)], encode(pooled))
        gradient = pool_backward(dA, A_prev_back, 2, 1, mode)
        cases.add("pool_backward", "pool_backward", f"f=2 stride=1 mode={mode}", map(encode, (dA, A_prev_back)),
                  encode(gradient))  # fmt: skip


for name, write in [("layers.txt", write_exact), ("float32.txt", write_float32), ("standard.txt", write_standard)]:
    with Golden(__file__, name) as golden:
        write(golden)
