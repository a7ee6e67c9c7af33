"""NumPy at its best: windows copied into the rows of a matrix, and its BLAS multiplies (OPENBLAS_CORETYPE tunes that)."""
import os

import serving

os.environ["OPENBLAS_NUM_THREADS"] = str(serving.threads())
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def padded(A, before, after):
    return np.pad(A, ((0, 0), (before, after), (before, after), (0, 0))) if before or after else A


def rows(A, shape):
    """A row for each window."""
    windows = sliding_window_view(padded(A, *shape.margins), (shape.f, shape.f), axis=(1, 2))
    windows = windows[:, ::shape.stride, ::shape.stride].transpose(0, 1, 2, 4, 5, 3)
    return np.ascontiguousarray(windows).reshape(-1, shape.f * shape.f * shape.channels)


def convolution(operation, shape, numbers):
    A = numbers(shape.m, shape.height, shape.width, shape.channels)
    W = numbers(shape.f, shape.f, shape.channels, shape.filters)
    matrix = W.reshape(-1, shape.filters)
    if operation == "convolution-forward":
        b = numbers(shape.filters)
        return lambda: (rows(A, shape) @ matrix + b).reshape(shape.m, *shape.output, shape.filters)
    dZ = numbers(shape.m, *shape.output, shape.filters)

    def backward():
        flat = dZ.reshape(-1, shape.filters)
        dW, db = (rows(A, shape).T @ flat).reshape(W.shape), flat.sum(0)
        height, width = shape.output
        shares = (flat @ matrix.T).reshape(shape.m, height, width, shape.f, shape.f, shape.channels)
        before, after = shape.margins
        margin = before + after
        dA = np.zeros((shape.m, shape.height + margin, shape.width + margin, shape.channels), A.dtype)
        for i in range(shape.f):
            for j in range(shape.f):
                dA[:, i:i + shape.stride * height:shape.stride, j:j + shape.stride * width:shape.stride] += \
                    shares[:, :, :, i, j]
        return dA[:, before:before + shape.height, before:before + shape.width], dW, db

    return backward


def pooling(operation, shape, numbers):
    A = numbers(shape.m, shape.height, shape.width, shape.channels)
    (height, width), f, stride = shape.output, shape.f, shape.stride

    def places(X):
        """For each place in a window, the numbers that stand there in all windows."""
        for i in range(f):
            for j in range(f):
                yield X[:, i:i + stride * (height - 1) + 1:stride, j:j + stride * (width - 1) + 1:stride]

    def forward(combine):
        first, *others = places(A)
        result = first.copy()
        for numbers in others:
            combine(result, numbers, out=result)
        return result

    if operation == "max-forward":
        return lambda: forward(np.maximum)
    if operation == "average-forward":
        return lambda: forward(np.add) / A.dtype.type(f * f)
    dZ = numbers(shape.m, height, width, shape.channels)
    Z = forward(np.maximum)

    def backward():
        dA = np.zeros_like(A)
        share = dZ if operation == "max-backward" else dZ / A.dtype.type(f * f)
        for gradient, numbers in zip(places(dA), places(A)):
            gradient += (numbers == Z) * dZ if operation == "max-backward" else share
        return dA

    return backward


def prepare(operation, shape, dtype):
    random = np.random.default_rng(1)
    kind = {"f32": np.float32, "f64": np.float64}[dtype]

    def numbers(*sizes):
        return random.standard_normal(sizes).astype(kind)

    return (convolution if operation.startswith("convolution") else pooling)(operation, shape, numbers)


serving.serve(np.__version__, prepare)
