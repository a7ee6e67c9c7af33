"""Statements that use the standard library and NumPy's helpers for tests, and functions as the course has them."""

import numpy as np

from arrays import is_array, new_array
from expressions import any_expression, expression, integers, listing, number, numbers, texts
from program import Refused, statement
from texts import text_literal


@statement("library", 2)
def copied(p):
    name = p.fresh("k")
    value = p.one_of(f"[{listing(p, 1)}, {{'a': {listing(p, 0)}}}, ({any_expression(p, 1)},)]", expression(p, "dict", 2), f"[np.arange(3), {listing(p, 0)}]")
    return (f"import copy\n{name} = {value}\nt, u = copy.{p.one_of('copy', 'deepcopy')}({name}), {p.one_of('copy.deepcopy', 'list', 'type')}({name})\n"
            f"print(t, t is {name}, u, {'[a is b for a, b in zip(t, ' + name + ')]'})")


@statement("library", 2)
def operators(p):
    a, b = number(p, 1), number(p, 1)
    return "import operator\n" + p.one_of(
        f"print(operator.{p.one_of('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'lt', 'ge', 'eq', 'pow')}({a}, {p.whole(-3, 5)}))", f"print(sorted({texts(p, 1)}, key=operator.itemgetter(slice(1, None))))",
        f"print(list(map(operator.itemgetter(0), [{listing(p, 0)}, {texts(p, 0)}])))", f"print(operator.attrgetter('real')({a}), operator.methodcaller('upper')({expression(p, 'str', 1)}))", f"print(functools.reduce(operator.{p.one_of('add', 'mul', 'or_', 'xor')}, {integers(p, 1)}))",
        f"print(operator.contains({listing(p, 1)}, {a}), operator.neg({a}), operator.truth({b}))", f"print(list(itertools.accumulate({integers(p, 1)}, operator.{p.one_of('mul', 'sub', 'and_')})))")


@statement("library", 2)
def python_random(p):
    n = p.whole(1, 9)
    source = p.one_of("random.random()", f"random.randint({-n}, {n})", f"random.choice({listing(p, 1)})", f"random.sample(range({n + 5}), {p.whole(0, 5)})", f"random.uniform({-n}, {n})", f"random.gauss({n}, 2)", f"random.choices({listing(p, 0)}, k={n})", f"random.randrange({n}, {n + 40}, 3)",
                      f"random.getrandbits({n * 7})", f"[random.random() for _ in range({n})]", f"random.shuffle({listing(p, 0)})", f"random.choices('abc', weights=[1, 2, {n}], k=4)", f"random.normalvariate(0, {n})", f"random.expovariate({n})")
    return f"import random\nrandom.seed({p.whole(0, 10**6)})\nprint({source}, random.random())"


@statement("library", 3)
def assertions(p):
    """What NumPy's test helpers say of arrays that differ a little."""
    dims = tuple(p.several(0, 2, lambda: p.whole(1, 4)))
    a = new_array(p, dims)
    b = p.draw((2, lambda: a), (2, lambda: new_array(p, dims)), (1, lambda: new_array(p)), (1, lambda: f"({a}) + {p.one_of('1e-9', '0.001', '1')}"))
    if "random" in a + b:
        raise Refused
    check = p.one_of(f"np.testing.assert_allclose({a}, {b}{p.one_of('', ', rtol=0.1', ', atol=1e-3', ', err_msg=' + text_literal(p))})", f"np.testing.assert_array_equal({a}, {b})", f"np.testing.assert_array_almost_equal({a}, {b}{p.one_of('', ', decimal=2')})", f"np.testing.assert_equal({a}, {b})",
                     f"np.testing.assert_almost_equal({number(p, 0)}, {number(p, 0)}{p.one_of('', ', 2')})", f"np.testing.assert_equal({any_expression(p, 1)}, {any_expression(p, 1)})", f"np.testing.assert_array_less({a}, {b})", f"assert np.allclose({a}, {b}), 'not close'", f"assert np.array_equal({a}, {b})")
    return f"try:\n    {check}\n    print('passed')\nexcept AssertionError as error:\n    print(error)"


@statement("library", 2)
def functools_used(p):
    f = p.fresh("F")
    return p.one_of(
        f"@functools.total_ordering\nclass {f}:\n    def __init__(self, x):\n        self.x = x\n    def __eq__(self, other):\n        return self.x == other.x\n    def __lt__(self, other):\n        return self.x < other.x\nprint({f}({number(p, 1)}) >= {f}({number(p, 0)}), {f}(1) > {f}({p.whole(0, 2)}), max({f}(3), {f}(5)).x)",
        f"print(sorted({texts(p, 1)}, key=functools.cmp_to_key(lambda a, b: len(a) - len(b))))",
        f"def {f}(x, y={number(p, 0)}):\n    return x, y\nprint(functools.partial({f}, y={number(p, 0)})({any_expression(p, 1)}), functools.partial({f}, 1)())")


@statement("library", 2)
def scopes(p):
    f, a = p.fresh("f"), any_expression(p, 1)
    return p.one_of(
        f"counter = {p.whole(0, 5)}\ndef {f}(n: int = {p.whole(0, 3)}) -> int:\n    \"\"\"Counts.\"\"\"\n    global counter\n    counter += n\n    return counter\nprint({f}(), {f}(2), counter, {f}.__name__, {f}.__doc__)",
        f"def {f}():\n    x = {a}\n    def inner():\n        return x\n    x = {any_expression(p, 1)}\n    return inner()\nprint({f}())", f"def {f}():\n    print(later)\n    later = {a}\n{f}()", f"x = {a}\ndef {f}():\n    x = 1\n    return [x for x in range(3)], x\nprint({f}(), x)", f"del {f}",
        f"t = {a}\ndel t\nprint(t)", f"class {f}:\n    items = []\n    limit = {p.whole(1, 5)}\n    sizes = [i * 2 for i in range(limit)] if {p.chance(0.2)} else [limit]\n    def add(self, x):\n        self.items.append(x)\n        return self\nprint({f}().add({a}).add(2).items, {f}.items, {f}.sizes)",
        f"class {f}:\n    def __init__(self):\n        self._x = {number(p, 0)}\n    @property\n    def x(self):\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value * 2\no = {f}()\no.x = {number(p, 1)}\nprint(o.x, vars(o))", f"class A{f}:\n    def who(self):\n        return ['A']\nclass B{f}(A{f}):\n    def who(self):\n        return ['B'] + super().who()\nclass C{f}(A{f}):\n    def who(self):\n        return ['C'] + super().who()\nclass D{f}(B{f}, C{f}):\n    pass\nprint(D{f}().who(), [c.__name__ for c in D{f}.__mro__])",
        f"i = {p.whole(0, 9)}\nwhile True:\n    i -= {p.whole(1, 3)}\n    if i % 2: continue\n    if i < {p.whole(-5, 3)}: break\n    print(i)\nelse:\n    print('never')\nprint(i)", f"print({p.one_of('getattr', 'hasattr')}({a}, {p.one_of('upper', 'append', 'real', 'foo')!r}){p.one_of('.__class__', '')})", f"print(list(zip(*[{listing(p, 1)}, {listing(p, 1)}])), sum({numbers(p, 1)}, {number(p, 0)}))")


# The course's own functions, as plain loops.

COURSE = '''
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant", constant_values=(0, 0))

def conv_single_step(a_slice_prev, W, b):
    return np.sum(np.multiply(a_slice_prev, W)) + float(b)

def conv_forward(A_prev, W, b, stride, pad):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    n_H, n_W = int((n_H_prev - f + 2 * pad) / stride) + 1, int((n_W_prev - f + 2 * pad) / stride) + 1
    Z, padded = np.zeros((m, n_H, n_W, n_C)), zero_pad(A_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a_slice = padded[i, h * stride:h * stride + f, w * stride:w * stride + f, :]
                    Z[i, h, w, c] = conv_single_step(a_slice, W[:, :, :, c], b[:, :, :, c])
    return Z

def pool_forward(A_prev, f, stride, mode):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = int(1 + (n_H_prev - f) / stride), int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C))
    for i, h, w, c in itertools.product(range(m), range(n_H), range(n_W), range(n_C)):
        window = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]
        A[i, h, w, c] = np.max(window) if mode == "max" else np.mean(window)
    return A

def conv_backward_filter(dZ, A_prev, f, stride):
    dW, db = np.zeros((f, f, A_prev.shape[3], dZ.shape[3])), np.zeros((1, 1, 1, dZ.shape[3]))
    for i, h, w, c in np.ndindex(*dZ.shape):
        dW[..., c] += A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, :] * dZ[i, h, w, c]
        db[:, :, :, c] += dZ[i, h, w, c]
    return dW, db
'''.strip()


@statement("course", 1)
def course(p):
    f, pad, stride, channels, filters = p.whole(1, 3), p.whole(0, 2), p.whole(1, 3), p.whole(1, 3), p.whole(1, 4)
    height, breadth = p.whole(3, 6), p.whole(3, 6)
    mode = p.one_of("max", "average")
    name = p.fresh("Z")
    lines = [] if "conv_forward" in p.namespace else [COURSE]
    lines += [f"A = np.random.randn({p.whole(1, 3)}, {height}, {breadth}, {channels})", f"W = np.random.randn({f}, {f}, {channels}, {filters})", f"b = np.random.randn(1, 1, 1, {filters})",
              f"{name} = conv_forward(A, W, b, {stride}, {pad})", f"print({name}.shape, np.mean({name}), {name}[0, -1])", f"print('mode = {mode}', pool_forward(A, {f}, {stride}, {mode!r})[0])",
              f"print(conv_backward_filter({name}, zero_pad(A, {pad}), {f}, {stride}))", "x = A[0, :, :, 0]\nprint(x == np.max(x), np.ones((2, 2)) * 7 / 4)"]
    return "\n".join(lines)


@statement("course", 1)
def statistics(p):
    arrays = p.names(lambda value: is_array(value) and value.size)
    if not arrays:
        raise Refused
    a = p.one_of(*arrays)
    assert isinstance(p.namespace[a], np.ndarray)
    return p.one_of(f"print('mean =', np.mean({a}), 'std = ' + str(np.std({a})))", f"print(({a} - {a}.mean()) / ({a}.std() + 1e-8))", f"print('%.4f %s' % ({a}.max(), {a}.shape))", f"print(f'{{{a}.mean():.3f}} {{{a}.min()!r}}')", f"print(np.linalg.norm({a}.ravel()) > 1, {a}.reshape({a}.shape[0], -1).T.shape)",
                    f"print(np.eye(4)[np.clip({a}.astype(int).ravel(), 0, 3)])", f"print(np.squeeze({a}), np.round({a}, 2).tolist())", f"print(1 / (1 + np.abs({a})), np.maximum(0, {a}))")
