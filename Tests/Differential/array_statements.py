"""Statements about arrays: names for them, changes through views, random draws, printing."""

import numpy as np

from arrays import array, axis, axes, condition, fancy, index, is_array, new_array, number, scalar, shape, tuple_text
from program import Refused, statement
from texts import formatted, percent_specification


def some_array(p, ndim=None):
    names = p.names(lambda value: is_array(value, ndim))
    if not names:
        raise Refused
    return p.one_of(*names)


def expression(p, depth):
    """An array expression whose value the cell language holds."""
    source = array(p, depth)
    p.value(source)
    return source


@statement("arrays", 3)
def new_name(p):
    return f"{p.fresh('a')} = {new_array(p)}"


@statement("arrays", 6)
def computed_name(p):
    return f"{p.one_of(p.fresh('a'), p.fresh('b'))} = {expression(p, p.whole(1, 3))}"


@statement("arrays", 10)
def shown(p):
    source = expression(p, p.whole(0, 3))
    return p.draw((5, lambda: f"print({source})"), (2, lambda: f"print(repr({source}))"), (0.5, lambda: f"print({source}.dtype, {source}.shape)"),
                  (0.3, lambda: f"print([{source}])"), (0.3, lambda: f"print({source}.tolist())"), (0.3, lambda: f"print({{'k': {source}}})"))


@statement("arrays", 3)
def views(p):
    name, view = some_array(p), p.fresh("v")
    value = p.namespace[name]
    if not value.ndim:
        raise Refused
    taken = p.draw((4, lambda: f"{name}[{index(p, value, name)}]"), (1, lambda: f"{name}.T"), (1, lambda: f"{name}.reshape(-1)"),
                   (0.5, lambda: f"{name}.ravel()"), (0.3, lambda: f"np.swapaxes({name}, 0, -1)"))
    target = p.value(taken)
    if not is_array(target):
        raise Refused
    lines = [f"{view} = {taken}", changed(p, view, np.asarray(target)), f"print({view}, {name}, np.shares_memory({view}, {name}))"]
    return "\n".join(lines)


def changed(p, name, value):
    """An assignment that changes the array."""
    inside = index(p, value, name)
    with p.bound(**{name: value.copy()}):
        target = p.value(f"{name}[{inside}]")
    shaped = np.asarray(target)
    new = p.draw((4, lambda: scalar(p)), (2, lambda: number(p, str(value.dtype))), (2, lambda: new_array(p, shaped.shape)), (1, lambda: new_array(p, shaped.shape[1:])),
                 (0.5, lambda: f"{name}[{inside}] * 2"), (0.3, lambda: str([p.whole(0, 9)] * (shaped.shape[-1] if shaped.ndim else 1))))
    result = np.asarray(p.value(new) if name not in new else 0)
    if value.dtype.kind in "ui" and result.dtype.kind == "f":
        if not (np.isfinite(result).all() and (np.abs(result) < 2**31).all() and (value.dtype.kind == "i" or (result >= 0).all() and (result < 256).all())):
            raise Refused
    operator = p.one_of("=", "=", "=", "+=", "-=", "*=", "/=", "//=", "%=", "&=", "|=", "^=", "+=")
    return f"{name}[{inside}] {operator} {new}"


@statement("arrays", 4)
def assignment(p):
    name = some_array(p)
    return f"{changed(p, name, p.namespace[name])}\nprint({name})" if p.chance(0.7) else changed(p, name, p.namespace[name])


@statement("arrays", 2)
def in_place(p):
    name = some_array(p)
    value = p.namespace[name]
    operand = p.draw((2, lambda: scalar(p)), (1, lambda: new_array(p, value.shape)), (0.5, lambda: expression(p, 1)))
    if value.dtype.kind in "ui" and np.asarray(p.value(operand)).dtype.kind == "f":
        return f"{name} {p.one_of('+=', '*=', '-=')} {operand}" if p.chance(0.2) else None
    return f"{name} {p.one_of('+=', '-=', '*=', '/=', '//=', '%=', '&=', '|=', '<<=', '>>=')} {operand}\nprint({name})"


@statement("arrays", 1)
def methods_in_place(p):
    name = some_array(p)
    value = p.namespace[name]
    n = value.ndim
    return p.one_of(f"{name}.sort({p.one_of('', f'axis={axis(p, n)}')})", f"{name}.fill({number(p, str(value.dtype))})",
                    f"{name}.shape = {tuple_text(value.shape[::-1])}", f"np.random.shuffle({name})", f"np.fill_diagonal({name}, {p.whole(0, 9)})",
                    f"np.put({name}, {fancy(p, value.size) if value.size else 0}, {p.whole(0, 9)})", f"np.copyto({name}, {p.whole(0, 9)})",
                    f"np.clip({name}, 0, 5, out={name})", f"np.add({name}, {name}, out={name})", f"np.place({name}, {condition(p, value, name)}, [1, 2])",
                    f"np.add.at({name}, {fancy(p, value.shape[0]) if n else 0}, 1)", f"{name}.itemset(0, 1)", f"{name}.flat[{p.whole(0, 5)}] = 7",
                    f"{name}.flat = [1, 2, 3]", f"np.maximum({name}, 0, {name})", f"np.put_along_axis({name}, np.argmax({name}, axis=0, keepdims=True), 0, axis=0)") + f"\nprint({name})"


@statement("arrays", 2)
def ufunc_methods(p):
    a = expression(p, 1)
    value = np.asarray(p.value(a))
    name = p.one_of("add", "multiply", "maximum", "minimum", "logical_and", "logical_or", "subtract", "bitwise_or")
    source = p.one_of(f"np.{name}.reduce({a}{p.one_of('', f', axis={axes(p, value.ndim)}')})", f"np.{name}.accumulate({a})",
                      f"np.{name}.outer({a}, [1, 2])", f"np.{name}.reduce({a}, keepdims=True)",
                      f"np.lexsort(({a}, {a}))", f"np.apply_along_axis(np.sum, {axis(p, value.ndim)}, {a})", f"np.apply_along_axis(lambda r: r[::-1], 0, {a})",
                      f"np.take_along_axis({a}, np.argsort({a}, axis=0, kind='stable'), axis=0)", f"np.count_nonzero({a}, axis=0)",
                      f"np.vectorize(lambda t: t * 2)({a})", f"np.histogram({a}, bins=3)", f"np.nonzero({a})", f"np.unique({a}, return_counts=True)",
                      f"np.array_equal({a}, {a})", f"np.allclose({a}, {a})", f"np.meshgrid({a}, [1, 2], indexing='ij')", f"np.broadcast_arrays({a}, 1)",
                      f"np.unravel_index({p.whole(0, 5)}, {value.shape})", f"np.average({a}, weights=np.ones({value.shape}))", f"np.split({a}, [1, 2])")
    p.value(source)
    return f"print({source})"


@statement("inexact", 1.5)
def rounded(p):
    """What is computed in another order or by other libraries elsewhere is printed rounded."""
    a = f"np.clip(np.nan_to_num({expression(p, 1)}.astype(float)), -3, 3)"
    value = p.value(a)
    name = p.one_of("exp", "log1p", "sin", "cos", "tanh", "arctan", "expm1", "sinh", "cbrt", "exp2", "arcsinh", "log", "tan")
    inner = f"np.abs({a})" if "log" in name else a
    if value.ndim == 2 and p.chance(0.6):
        inner = f"np.{p.one_of('dot', 'matmul')}({a}, {a}.T)" if p.chance(0.6) else f"({a} @ np.ones({value.shape[1]}))"
        return f"print(np.round({inner}, 4) + 0.0)"
    if value.ndim >= 1 and p.chance(0.3):
        source = p.one_of(f"np.linalg.norm({a})", f"np.tensordot({a}, {a}, axes={value.ndim})", f"np.einsum('{'ijkl'[:value.ndim]}->', {a})", f"np.dot({a}, 2)",
                          f"np.inner({a}, {a})", f"np.linalg.norm({a}, axis={axis(p, value.ndim)})", f"np.hypot({a}, 1)", f"np.arctan2({a}, 2)", f"np.vdot({a}, {a})")
        return f"print(np.round({source}, 4) + 0.0)"
    return f"print(np.round(np.{name}({inner}), 4) + 0.0)"


@statement("random", 2)
def seeded(p):
    return f"np.random.seed({p.whole(0, 1000)})"


@statement("random", 4)
def drawn(p):
    dims, count = tuple_text(shape(p)), p.whole(1, 12)
    source = p.one_of(
        "np.random.randn()", "np.random.rand()", f"np.random.randint({p.whole(1, 100)})", f"np.random.randint({p.whole(-9, 9)}, {p.whole(10, 1000)}, {dims})",
        f"np.random.permutation({count})", f"np.random.choice({count})", f"np.random.choice({count}, {p.whole(1, 6)})",
        f"np.random.choice({count}, {p.whole(1, count)}, replace=False)", "np.random.choice([1.5, 2.5, 3.5], 4)",
        "np.random.choice(3, 5, p=[0.2, 0.5, 0.3])", f"np.random.uniform({p.whole(-5, 0)}, {p.whole(1, 5)}, {dims})", f"np.random.normal({p.whole(-2, 2)}, {p.whole(1, 3)}, {dims})",
        f"np.random.random({dims})", f"np.random.random_sample({count})", f"np.random.standard_normal({dims})", f"np.random.randint(0, 2, {count}, dtype=np.uint8)",
        f"np.random.randint(0, 10, size={count}, dtype='int64')", f"np.random.binomial({count}, 0.3, 4)", f"np.random.randint({p.whole(0, 2**40)}, {2**41}, 3)",
        f"np.random.RandomState({p.whole(0, 99)}).randn(3)", f"np.random.permutation(np.arange({count}).reshape(-1, 1))", "np.random.choice(['x', 'y', 'z'])")
    return f"print({source})" if p.chance(0.6) else f"{p.fresh('r')} = {source}"


@statement("random", 0.7)
def shuffled(p):
    name = p.fresh("s")
    return f"{name} = list(range({p.whole(0, 9)}))\nnp.random.shuffle({name})\nprint({name})"


@statement("printing", 1.2)
def print_options(p):
    options = [option(p) for _ in range(p.whole(1, 3))]
    return f"np.set_printoptions({', '.join(dict((o.split('=')[0], o) for o in options).values())})"


def option(p):
    return p.one_of(f"precision={p.whole(0, 12)}", f"suppress={p.chance(0.6)}", f"threshold={p.one_of(0, 5, 10, 1000)}", f"edgeitems={p.whole(1, 4)}",
                    f"linewidth={p.one_of(20, 40, 75, 120)}", f"floatmode='{p.one_of('fixed', 'unique', 'maxprec', 'maxprec_equal')}'", f"sign='{p.one_of('+', '-', ' ')}'",
                    "nanstr='NA'", "infstr='INF'", "precision=3", "suppress=True")


@statement("printing", 2)
def print_with_options(p):
    a = expression(p, 1)
    options = dict((o.split("=")[0], o) for o in [option(p) for _ in range(p.whole(1, 3))])
    printed = p.one_of(f"np.array2string({a}, {', '.join(o for k, o in options.items() if k not in ('nanstr', 'infstr', 'linewidth', 'suppress', 'edgeitems', 'formatter')) or 'precision=2'})",
                       f"np.array_str({a}, precision={p.whole(0, 9)})", f"np.array_repr({a}, suppress_small=True)", f"np.array2string({a}, separator=', ', prefix='ab')",
                       f"np.array2string({a}, max_line_width={p.whole(10, 60)})")
    return p.one_of(f"with np.printoptions({', '.join(options.values())}):\n    print({a})", f"print({printed})")


@statement("printing", 3)
def magnitudes(p):
    """Arrays of very different, very large and very small numbers."""
    def element():
        return p.draw((3, lambda: repr(round(p.random.uniform(-10, 10), p.whole(0, 9)))), (1, lambda: f"{p.random.uniform(-9, 9):.{p.whole(0, 8)}f}e{p.whole(-12, 12)}"),
                      (0.3, lambda: p.one_of("np.nan", "np.inf", "-np.inf")), (0.6, lambda: p.one_of("0.0", "1.0", "-0.0", "1e8", "1e-4", "0.5", "99999999.0", "1e16", "1e5")),
                      (0.2, lambda: f"{p.random.uniform(1, 9):.4f}e{p.whole(-300, 300)}"))
    items = p.several(1, 9, element)
    a = f"np.array([{', '.join(items)}])"
    if len(items) % 2 == 0 and p.chance(0.4):
        a += ".reshape(2, -1)"
    if p.chance(0.3):
        a += ".astype(np.float32)"
    return p.one_of(f"{p.fresh('m')} = {a}", f"print({a})", f"print({a})", f"print(repr({a}))", f"print({a} * {p.one_of('1e5', '1e-5', '1e8', '1000', '1e-8')})", f"print(*{a}.flat)", f"print({a}.ravel().tolist())")


@statement("printing", 1)
def summarised(p):
    dims = p.one_of("1001", "2000", "40, 30", "3, 400", "400, 3", "11, 10, 10", "5, 5, 50", "2, 2, 2, 200")
    size = int(np.prod(eval(f"({dims},)")))
    a = p.one_of(f"np.arange({size}).reshape({dims})", f"np.random.randn({dims})", f"np.zeros(({dims},))", f"(np.arange({size}).reshape({dims}) % 3 == 0)", f"np.ones(({dims},), dtype=np.uint8)",
                 f"np.linspace(0, 1, {size}).reshape({dims})", f"np.random.rand({dims}).astype(np.float32)", f"np.arange({size}).reshape({dims}) * 1e4")
    return f"print({a})" if p.chance(0.6) else f"print(repr({a}))"


@statement("printing", 3)
def scalars_shown(p):
    a = some_array(p)
    value = p.namespace[a]
    if not value.size:
        raise Refused
    item = p.one_of(f"{a}.flat[{p.whole(0, value.size - 1)}]", f"{a}.max()", f"{a}.mean()", f"{a}.min()", f"{a}[{', '.join(str(p.whole(0, n - 1)) for n in value.shape) or '()'}]")
    p.value(item)
    return p.draw((2, lambda: f"print({item})"), (2, lambda: f"print(repr({item}), type({item}).__name__)"), (3, lambda: f"print({formatted(p, item)})"),
                  (1, lambda: f"print([{item}, {item}], ({item},))"), (0.5, lambda: f"print({item}.item(), {item}.dtype)"), (0.5, lambda: f"print(int({item}), float({item}), bool({item}))" if np.isfinite(p.value(item)) else None),
                  (1, lambda: f"print({item} {p.one_of('+', '-', '*', '/', '//', '%', '==', '<')} {scalar(p)})"), (0.4, lambda: f"print(round({item}, 2), abs({item}))"),
                  (0.3, lambda: f"print('%s' % {item}, str({item}) + '!', f'{{{item}}}')"), (0.2, lambda: f"print(divmod({item}, 3), -{item}, {item} * {item})"),
                  (0.3, lambda: f"print('{percent_specification(p, p.value(item))}' % {item})"))


@statement("arrays", 0.7)
def properties(p):
    a = some_array(p)
    return "print(%s)" % p.one_of(
        f"{a}.size", f"{a}.ndim", f"{a}.itemsize", f"{a}.nbytes", f"{a}.strides if {a}.size else 0", f"len({a})", f"{a}.T.shape",
        f"{a}.flags.c_contiguous", f"{a}.dtype.name", f"{a}.dtype.kind", f"{a}.tobytes()[:9]",
        f"type({a})", f"{a}.item(0)", f"list({a})", f"5 in {a}", f"{a}.any(), {a}.all()", f"bool({a})", f"float({a})",
        f"int({a})", f"sum({a})", f"max({a})", f"sorted({a})", f"{a} is {a}", f"hash({a})", f"np.result_type({a}, 1.5)",
        f'f"{{{a}}}"', f"str({a})", f"np.ndim({a}), np.size({a}), np.shape({a})", f"[r for r in {a}]", f"{a}.tolist()",
        f"{a}.nonzero()")


@statement("arrays", 1)
def loops_over_arrays(p):
    a = some_array(p)
    value = p.namespace[a]
    body = p.one_of("print(i, row)", "total = total + row.sum()", "print(i, row.shape, row.dtype)", f"{a}[i] = row * 2", "if row.sum() > 3: break", "print(f'{i}: {row}')")
    loop = p.one_of(f"total = 0\nfor i, row in enumerate({a}):\n    {body}\nprint(total, {a})",
                    f"for index, x in np.ndenumerate({a}[:3]):\n    print(index, x)", f"for index in np.ndindex({tuple_text(value.shape[:2])}):\n    print(index, {a}[index])",
                    f"out = np.zeros({tuple_text(value.shape)})\nfor i in range({value.shape[0] if value.ndim else 2}):\n    out[i] = {a}[i] {p.one_of('+', '*', '/', '-')} {p.whole(1, 5)}\nprint(out)",
                    f"print([float(x) for x in {a}.ravel()[:4]])", f"print(*(x for x in {a}.flat), sep=' | ')", f"for x, y in zip({a}, {a}[::-1]):\n    print(x, y)")
    return loop


@statement("random", 0.6)
def errors_states(p):
    a = expression(p, 1)
    return p.one_of(f"with np.errstate(all='ignore'):\n    print({a} / 0)", f"with np.errstate({p.one_of('divide', 'invalid', 'over')}='ignore'):\n    print({a} / 0)", f"print(np.seterr(divide='ignore'))")
