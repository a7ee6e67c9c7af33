"""Calls of np.random.RandomState one after another, with what each gave or raised.

A line is a call: its name, its arguments as `name=value` separated by `;` (`@3` is the array in field 3), the arrays among the
arguments, and the result.
"""

import os
import sys
import warnings

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden  # noqa: E402

warnings.simplefilter("ignore")
nan, inf = np.nan, np.inf


def describe(value, arrays):
    if isinstance(value, np.ndarray):
        arrays.append(value)
        return f"@{len(arrays) + 1}"
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    if isinstance(value, type):
        return np.dtype(value).name
    return repr(value) if isinstance(value, float) else str(value)


class Recorder:
    def __init__(self, golden):
        self.golden, self.generator = golden, None

    def seed(self, *seed):
        if len(seed) == 1:
            self.generator = np.random.RandomState(seed[0])
        else:
            self.generator = np.random.RandomState(list(seed[:-1]))
        self.golden.case("seed", "one" if len(seed) == 1 else "list", ",".join(map(str, seed if len(seed) == 1 else seed[:-1])))

    def call(self, name, **arguments):
        arrays = []
        described = ";".join(f"{key}={describe(value, arrays)}" for key, value in arguments.items())
        arrays = [array.copy() for array in arrays]
        try:
            result = getattr(self.generator, name)(**arguments)
        except (ValueError, TypeError, OverflowError, IndexError) as error:
            result = f"{type(error).__name__}: {error}"
        if name == "shuffle":
            result = arguments["x"]
        self.golden.case(name, described, *arrays, result if isinstance(result, str) else np.array(result))

    def state(self):
        _, key, position, has_spare, spare = self.generator.get_state()
        self.golden.case("state", "", key.astype(np.int64), np.array([float(position), float(has_spare), spare]))


def everything(record):
    call = record.call
    call("random_sample"), call("random_sample", size=(3,)), call("standard_normal"), call("standard_normal", size=(3, 2))
    call("random_sample", size=()), call("standard_normal", size=()), call("standard_normal", size=(0, 2))
    call("normal", loc=1.5, scale=0.3, size=(5,)), call("normal"), call("normal", loc=-2.0, scale=0.0)
    call("normal", loc=np.array([0.0, 10.0, 20.0]), scale=np.array([[1.0], [0.1]])), call("normal", loc=np.arange(3), scale=2.0, size=(2, 3))
    call("normal", loc=np.array(3.0), scale=np.array(1.0)), call("normal", loc=0.0, scale=np.array([1, 2], np.float32))
    call("uniform"), call("uniform", low=-2.5, high=7.0, size=(7,)), call("uniform", low=3.0, high=1.0)
    call("uniform", low=np.array([0.0, 1.0]), high=np.array([[2.0], [3.0]])), call("uniform", low=np.array([0, 1]), high=2.0, size=(3, 2))
    for low, high in ((0, 2), (0, 10), (5, 1000), (-7, 13), (0, 2**32), (0, 2**32 + 1), (0, 2**40), (0, 1), (-2**63, 2**63 - 1), (-1, 2**62)):
        call("randint", low=low, high=high, size=(6,)), call("randint", low=low, high=high)
    call("randint", low=10), call("randint", low=10, size=()), call("randint", low=9, size=(2, 2))
    for size in ((11,), (2, 20), ()):
        call("randint", low=0, high=256, size=size, dtype=np.uint8), call("randint", low=3, high=203, size=size, dtype=np.uint8)
        call("randint", low=0, high=2, size=size, dtype=bool), call("randint", low=1, high=2, size=size, dtype=bool)
        call("randint", low=2, high=3, size=size, dtype=np.uint8), call("randint", low=100, size=size, dtype=np.int64)
    call("randint", low=200, dtype=np.uint8), call("randint", low=2, dtype=bool)
    call("standard_normal"), call("random_sample", size=(2, 2))
    for n in (0, 1, 2, 10, 50):
        call("permutation", x=n)
    call("permutation", x=np.arange(12.0).reshape(4, 3)), call("permutation", x=np.arange(9)), call("permutation", x=np.zeros((0, 3)))
    call("permutation", x=np.arange(10) % 3 == 0), call("permutation", x=np.arange(24, dtype=np.uint8).reshape(3, 2, 4))
    call("shuffle", x=np.arange(20)), call("shuffle", x=np.arange(12.0).reshape(6, 2)), call("shuffle", x=np.zeros((3, 0)))
    call("shuffle", x=np.arange(7, dtype=np.float32)), call("shuffle", x=np.arange(1))
    call("choice", a=17, size=(12,)), call("choice", a=17), call("choice", a=17, size=()), call("choice", a=5, size=(2, 3))
    call("choice", a=np.array([1.5, 2.5, 9.0]), size=(4,)), call("choice", a=np.array([True, False])), call("choice", a=np.array([7, 8]), size=())
    call("choice", a=100, size=(8,), replace=False), call("choice", a=10, replace=False), call("choice", a=6, size=(2, 3), replace=False)
    p = np.array([0.1, 0.2, 0.3, 0.15, 0.25])
    call("choice", a=5, size=(15,), p=p), call("choice", a=5, p=p), call("choice", a=5, size=(), p=p), call("choice", a=np.arange(5) * 1.5, size=(3, 2), p=p)
    call("choice", a=5, size=(5,), replace=False, p=p), call("choice", a=5, replace=False, p=p), call("choice", a=5, size=(2, 2), replace=False, p=p)
    call("choice", a=3, size=(4,), p=np.array([0, 1, 0])), call("choice", a=2, size=(3,), p=np.array([0.3, 0.7], np.float32)), call("choice", a=0, size=(0,))
    call("standard_exponential"), call("standard_exponential", size=(4,)), call("exponential"), call("exponential", scale=2.5, size=(2, 2))
    call("exponential", scale=np.array([1.0, 10.0, 0.0]))
    for n, q in ((0, 0.5), (1, 0.5), (10, 0.3), (10, 0.9), (100, 0.02), (100, 0.5), (1000, 0.25), (1000, 0.75), (10**6, 0.5), (10**9, 0.001), (5, 0.0), (5, 1.0),
                 (40, 0.76), (60, 0.5), (62, 0.5), (70, 0.45)):
        call("binomial", n=n, p=q, size=(12,)), call("binomial", n=n, p=q)
    call("binomial", n=np.array([1, 50, 200]), p=0.4), call("binomial", n=10, p=np.array([[0.1], [0.9]]), size=(2, 3))
    for rate in (0.0, 0.1, 1.0, 3.5, 9.99, 10.0, 25.0, 1000.0, 1e6, 1e15):
        call("poisson", lam=rate, size=(12,)), call("poisson", lam=rate)
    call("poisson"), call("poisson", lam=np.array([1.0, 20.0, 0.0]), size=(2, 3))
    for shape in (0.0, 0.3, 1.0, 1.5, 20.0):
        call("standard_gamma", shape=shape, size=(4,)), call("gamma", shape=shape, scale=2.0)
    call("gamma", shape=np.array([0.5, 2.0]), scale=np.array([[1.0], [3.0]]))
    for a, b in ((0.5, 0.5), (1.0, 1.0), (2.0, 0.5), (3.0, 4.0), (1e-5, 1e-5)):
        call("beta", a=a, b=b, size=(4,)), call("beta", a=a, b=b)
    call("standard_normal", size=(5,))


def mistakes(record):
    call = record.call
    for arguments in (dict(low=5, high=5), dict(low=0), dict(low=-5), dict(low=0, high=-1), dict(low=7, high=3), dict(low=0, high=300, dtype=np.uint8),
                      dict(low=-1, high=3, dtype=np.uint8), dict(low=0, high=3, dtype=bool), dict(low=2, high=2, dtype=bool), dict(low=0, high=2, dtype=np.float64),
                      dict(low=3, size=(2, -1)), dict(low=10, high=3, size=(0,)), dict(low=10, dtype=np.float32), dict(low=0, high=0, size=(2, 0))):
        call("randint", **arguments)
    call("random_sample", size=(-1,)), call("standard_normal", size=(2, -1)), call("uniform", size=(-3,))
    for arguments in (dict(loc=0.0, scale=-1.0), dict(loc=0.0, scale=-1.0, size=(3,)), dict(loc=np.array([0, 1]), scale=np.array([1, -1])), dict(scale=-0.0),
                      dict(loc=np.zeros(3), scale=np.ones(2)), dict(loc=np.zeros(3), scale=1.0, size=(2, 2)), dict(loc=np.zeros((2, 3)), scale=1.0, size=(3,)),
                      dict(loc=0.0, scale=np.array([-0.0])), dict(scale=nan), dict(loc=np.zeros((2, 1)), scale=np.ones((2, 3)), size=(4, 3)),
                      dict(loc=np.zeros((2, 3)), scale=np.ones((2, 1, 4))), dict(loc=np.zeros((0, 3)), scale=1.0)):
        call("normal", **arguments)
    for arguments in (dict(low=0.0, high=inf), dict(low=np.array([0, 1]), high=np.array([1, inf])), dict(low=0.0, high=nan), dict(low=-1e308, high=1e308),
                      dict(low=np.zeros(3), high=1.0, size=(2, 2)), dict(low=np.zeros(3), high=np.ones(2))):
        call("uniform", **arguments)
    call("exponential", scale=-1.0), call("exponential", scale=np.array([1, -1])), call("exponential", scale=nan)
    for n, p in ((-1, 0.5), (1, 1.5), (1, -0.5), (1, nan), (-1, 2.0), (np.array([1, -2]), 0.5), (10, np.array([0.5, 1.5])), (np.array([-1, 1]), np.array([3.0, 0.5])),
                 (10, np.array([nan])), (np.array([1, 2]), np.array([0.1, 0.2, 0.3]))):
        call("binomial", n=n, p=p)
    for rate in (-1.0, 1e20, nan, np.array([1, -1.0]), np.array([1e20]), np.array([nan])):
        call("poisson", lam=rate)
    call("gamma", shape=-1.0), call("gamma", shape=1.0, scale=-1.0), call("beta", a=0.0, b=1.0), call("beta", a=1.0, b=0.0), call("standard_gamma", shape=-1.0)
    call("beta", a=np.array([1, 0]), b=1.0), call("gamma", shape=np.array([1, -1]))
    two = np.array([0.5, 0.5])
    for arguments in (dict(a=0), dict(a=-1), dict(a=np.zeros(0)), dict(a=np.zeros(0), size=(0,)), dict(a=np.zeros((2, 2))), dict(a=np.array(1.5)), dict(a=5, p=two),
                      dict(a=2, p=np.array([0.1, 0.2])), dict(a=2, p=np.array([-0.1, 1.1])), dict(a=2, p=np.array([nan, 1.0])), dict(a=2, p=two.reshape(1, 2)),
                      dict(a=2, size=(3,), replace=False), dict(a=3, size=(2,), replace=False, p=np.array([1, 0, 0])), dict(a=5, size=(-1,)),
                      dict(a=5, size=(-1,), replace=False), dict(a=2, p=np.array([0.3, 0.7001], np.float32)), dict(a=2, p=np.array([0.3, 0.7001]))):
        call("choice", **arguments)
    call("permutation", x=-1), call("permutation", x=np.array(5.0))


with Golden(__file__, "random_calls.txt") as golden:
    record = Recorder(golden)
    for seed in ((0,), (1,), (42,), (2**32 - 1,), (1, 2, 3, None), (7, None), tuple(range(700)) + (None,)):
        record.seed(*seed)
        record.state()
        everything(record)
        record.state()
    record.seed(3)
    mistakes(record)
    record.call("standard_normal", size=(3,))
    record.seed(5)
    record.call("standard_normal", size=(2001,))
    record.call("random_sample", size=(1301,))
    record.call("choice", a=1000, size=(700,), replace=False)
