"""JAX: compiled functions. It takes as many threads as there are processors that it may run on."""
import os

import serving

os.environ["JAX_PLATFORMS"] = "cpu"
import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

jax.config.update("jax_enable_x64", True)


def convolution(operation, shape, numbers):
    A = numbers(shape.m, shape.height, shape.width, shape.channels)
    W = numbers(shape.f, shape.f, shape.channels, shape.filters)
    b = numbers(shape.filters)
    strides, margins = (shape.stride, shape.stride), (shape.margins, shape.margins)

    def forward(A, W, b):
        return lax.conv_general_dilated(A, W, strides, margins, dimension_numbers=("NHWC", "HWIO", "NHWC")) + b

    if operation == "convolution-forward":
        compiled = jax.jit(forward)
        return lambda: compiled(A, W, b).block_until_ready()
    dZ = numbers(shape.m, *shape.output, shape.filters)
    compiled = jax.jit(lambda A, W, b, dZ: jax.vjp(forward, A, W, b)[1](dZ))
    return lambda: jax.block_until_ready(compiled(A, W, b, dZ))


def pooling(operation, shape, numbers):
    A = numbers(shape.m, shape.height, shape.width, shape.channels)
    window, strides = (1, shape.f, shape.f, 1), (1, shape.stride, shape.stride, 1)

    def forward(A):
        if operation.startswith("max"):
            return lax.reduce_window(A, np.array(-np.inf, A.dtype), lax.max, window, strides, "VALID")
        return lax.reduce_window(A, np.array(0, A.dtype), lax.add, window, strides, "VALID") / shape.f ** 2

    if operation.endswith("forward"):
        compiled = jax.jit(forward)
        return lambda: compiled(A).block_until_ready()
    dZ = numbers(shape.m, *shape.output, shape.channels)
    compiled = jax.jit(lambda A, dZ: jax.vjp(forward, A)[1](dZ)[0])
    return lambda: compiled(A, dZ).block_until_ready()


def prepare(operation, shape, dtype):
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if available != serving.threads():
        raise serving.Unknown(f"would take {available} threads")
    keys = iter(jax.random.split(jax.random.key(1), 4))
    kind = {"f32": jnp.float32, "f64": jnp.float64}[dtype]

    def numbers(*sizes):
        return jax.random.normal(next(keys), sizes, dtype=kind)

    return (convolution if operation.startswith("convolution") else pooling)(operation, shape, numbers)


serving.serve(jax.__version__, prepare)
