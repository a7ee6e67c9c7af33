"""NumPy as the course writes the layers: loops over images, rows, columns and filters."""
import os

import serving

os.environ["OPENBLAS_NUM_THREADS"] = str(serving.threads())
import numpy as np

FEW = 20_000  # windows and filters that loops are measured with


def forward(A, W, b, stride, before, after):
    f, _, _, filters = W.shape
    padded = np.pad(A, ((0, 0), (before, after), (before, after), (0, 0)))
    m, height, width, _ = padded.shape
    Z = np.zeros((m, (height - f) // stride + 1, (width - f) // stride + 1, filters), A.dtype)
    for i in range(m):
        for h in range(Z.shape[1]):
            for w in range(Z.shape[2]):
                for c in range(filters):
                    window = padded[i, h * stride:h * stride + f, w * stride:w * stride + f, :]
                    Z[i, h, w, c] = np.sum(window * W[:, :, :, c]) + b[0, 0, 0, c]
    return Z


def backward(dZ, A, W, stride, before, after):
    f = W.shape[0]
    padded = np.pad(A, ((0, 0), (before, after), (before, after), (0, 0)))
    dA, dW, db = np.zeros_like(padded), np.zeros_like(W), np.zeros((1, 1, 1, W.shape[3]), W.dtype)
    m, rows, columns, filters = dZ.shape
    for i in range(m):
        for h in range(rows):
            for w in range(columns):
                for c in range(filters):
                    place = i, slice(h * stride, h * stride + f), slice(w * stride, w * stride + f), slice(None)
                    dA[place] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += padded[place] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    return dA[:, before:dA.shape[1] - after, before:dA.shape[2] - after, :], dW, db


def prepare(operation, shape, dtype):
    if not operation.startswith("convolution"):
        raise serving.Unknown("measures convolution only")
    if shape.m * shape.output[0] * shape.output[1] * shape.filters > FEW:
        raise serving.Unknown("measures small shapes only")
    kind = {"f32": np.float32, "f64": np.float64}[dtype]
    numbers = np.random.default_rng(1).standard_normal
    A = numbers((shape.m, shape.height, shape.width, shape.channels)).astype(kind)
    W = numbers((shape.f, shape.f, shape.channels, shape.filters)).astype(kind)
    if operation == "convolution-forward":
        b = numbers((1, 1, 1, shape.filters)).astype(kind)
        return lambda: forward(A, W, b, shape.stride, *shape.margins)
    dZ = numbers((shape.m, *shape.output, shape.filters)).astype(kind)
    return lambda: backward(dZ, A, W, shape.stride, *shape.margins)


serving.serve(np.__version__, prepare)
