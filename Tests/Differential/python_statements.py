"""Statements of plain Python: names, containers that change, control flow, functions, classes, exceptions."""

import numpy as np

from expressions import (CLASSES, any_expression, any_of, bounds, expression, integers, iterator, listing, number, numbers,
                         range_bounds, texts)
from program import Refused, statement
from texts import float_literal, formatted, int_literal, text_literal


def indented(source, by=1):
    return "\n".join("    " * by + line for line in source.split("\n"))


def known(p, kind):
    """A name of a value of this kind."""
    names = p.names(lambda value: type(value) is CLASSES[kind])
    if not names:
        raise Refused
    return p.one_of(*names)


@statement("python", 8)
def python_name(p):
    kind = p.random.choices(list(CLASSES), [4, 3, 1, 4, 4, 2, 2, 1])[0]
    return f"{p.fresh(kind[0])} = {expression(p, kind, p.whole(0, 3))}"


@statement("python", 8)
def printed(p):
    return f"print({', '.join(p.several(1, 3, lambda: any_expression(p, p.whole(1, 3))))}{p.one_of('', '', '', ', sep=' + repr('|'), ', end=' + repr(';'))})"


@statement("texts", 8)
def text_shown(p):
    return f"print({expression(p, 'str', p.whole(1, 3))})" if p.chance(0.5) else f"print(repr({expression(p, 'str', p.whole(1, 3))}))"


@statement("texts", 8)
def formats_shown(p):
    kind = p.one_of("int", "float", "str", "float", "bool")
    name = p.fresh(kind[0])
    value = p.one_of(int_literal, lambda p: expression(p, "int", 1))(p) if kind == "int" else float_literal(p) if kind == "float" else expression(p, kind, 1)
    with p.bound(**{name: p.value(value)}):
        shown = [formatted(p, name) for _ in range(p.whole(1, 3))]
    return f"{name} = {value}\nprint({', '.join(shown)}, sep='|')"


@statement("texts", 2)
def several_formatted(p):
    a, b = any_of(p, 0, "int", "float", "str"), any_of(p, 0, "int", "float", "str")
    return p.one_of(f"print('{{}} {{:>8}} {{!r}}'.format({a}, {b}, {a}))", f"print('{{1}} {{0}}'.format({a}, {b}))", f"print('%s and %r' % ({a}, {b}))", f"print('%5.2f|%-6d|%+d' % ({number(p, 0)}, {number(p, 0)}, {number(p, 0)}))",
                    f"print('{{0[0]}} {{0[1]}}'.format([{a}, {b}]))", f"print('{{:{{}}.{{}}f}}'.format({number(p, 0)}, {p.whole(0, 12)}, {p.whole(0, 5)}))", f"print('{{x:>{{w}}}}'.format(x={a}, w={p.whole(0, 9)}))",
                    f"print({a}, {b}, sep={text_literal(p)}, end={p.one_of('', 'x', '!')!r} + '\\n')", f"print(f'{{{p.whole(0, 99)}:{{{p.whole(0, 9)}}}d}}')", f"print('%c%%|%x|%o|%e' % ({p.whole(33, 99)}, {p.whole(0, 999)}, {p.whole(0, 99)}, {number(p, 0)}))",
                    f"print('a' 'b' f'{{{p.whole(0, 9)}!r:>4}}' '{{}}')", f"print('{{a}}-{{b}}'.format(**{{'a': {a}, 'b': {b}}}))", f"print('{{a}}'.format_map({{'a': {a}}}))", f"print('%(k)s' % {{'k': {a}}})", f"print('%s' % {a}, '%d' % {b})",
                    f"print(str({a}).rjust(8, '.'), repr({b}).ljust(9) + '|')", f"print('{{}} {{}}'.format({a}))", f"print('%d %d' % ({a},))", f"print('{{x}}'.format({a}))")


@statement("containers", 3)
def list_changed(p):
    name = known(p, "list")
    item = lambda: any_expression(p, 1)
    n = p.whole(-3, 4)
    return p.draw(
        (3, lambda: f"{name}.append({item()})"), (1, lambda: f"{name}.extend({any_of(p, 1, 'list', 'str', 'tuple')})"), (1, lambda: f"{name}.insert({n}, {item()})"), (1, lambda: f"print({name}.pop({p.one_of('', n)}))"),
        (0.7, lambda: f"{name}.remove({item()})"), (1, lambda: f"{name}.{p.one_of('reverse()', 'sort()', 'sort(reverse=True)', 'sort(key=str)', 'clear()', 'sort(key=lambda t: -t)')}"), (1.5, lambda: f"{name}[{n}] = {item()}"),
        (2, lambda: f"{name}[{bounds(p)}] = {listing(p, 1)}"), (1, lambda: f"del {name}[{p.one_of(n, bounds(p))}]"), (1, lambda: f"{name} += {any_of(p, 1, 'list', 'tuple')}"), (0.5, lambda: f"{name} *= {p.whole(0, 2)}"),
        (0.5, lambda: f"{name}[{n}] += {item()}"), (0.5, lambda: f"{p.fresh('l')} = {name}"), (0.3, lambda: f"{name}.append({name})"), (0.4, lambda: f"print({name}.index({item()}), {name}.count({item()}))")) + p.one_of("", f"\nprint({name})", f"\nprint({name})")


@statement("containers", 3)
def dict_changed(p):
    name = known(p, "dict")
    keys = [repr(key) for key in p.namespace[name] if type(key) in (int, str, float)] + [text_literal(p), int_literal(p)]
    k, v = p.one_of(*keys), any_expression(p, 1)
    return p.one_of(f"{name}[{k}] = {v}", f"{name}[{k}] += 1", f"del {name}[{k}]", f"print({name}.get({k}), {name}.get({k}, {v}))", f"print({name}.pop({k}))", f"print({name}.pop({k}, None))", f"print({name}.setdefault({k}, {v}))", f"{name}.update({{{k}: {v}}})",
                    f"{name}.update(a={v})", f"print({name}.popitem())", f"for k, v in {name}.items():\n    print(k, v)", f"print({name}.keys(), {name}.values(), {name}.items())", f"print({k} in {name}, len({name}))", f"{name} |= {{{k}: {v}}}", f"print(list(reversed({name})))",
                    f"for k in {name}:\n    {name}[k] = {v}", f"print(sorted({name}.items(), key=str))", f"{name}[({k}, 1)] = {v}", f"{name}[[1]] = {v}", f"print({name}[{k}])", f"print({{v: k for k, v in {name}.items()}})", f"{p.fresh('d')} = {name}.copy()",
                    f"print(max({name}, key=lambda k: len(str(k))))", f"print({name} == dict({name}), {name}.keys() & {{{k}}})") + p.one_of("", f"\nprint({name})")


@statement("containers", 1.5)
def set_changed(p):
    name, n = known(p, "set"), p.whole(-5, 40)
    other = expression(p, "set", 1)
    return p.one_of(f"{name}.add({n})", f"{name}.discard({n})", f"{name}.remove({n})", f"{name}.update({integers(p, 1)})", f"{name} {p.one_of('|=', '&=', '-=', '^=')} {other}", f"print({name}.pop())", f"print({name}.issubset({other}), {name} <= {other}, {name}.isdisjoint({other}))",
                    f"print(sum({name}), max({name}), len({name}))", f"for t in {name}:\n    print(t, end=' ')\nprint()", f"print(frozenset({name}))", f"{name}.symmetric_difference_update({other})", f"{name}.intersection_update({integers(p, 1)})", f"print([t for t in {name}])", f"{p.fresh('s')} = {name}.copy()") + p.one_of("", f"\nprint({name})")


@statement("containers", 2)
def unpacked(p):
    a, b, c = p.fresh("u"), p.fresh("u"), p.fresh("u")
    source = any_of(p, 1, "list", "tuple", "str", "list")
    return p.one_of(f"{a}, *{b} = {source}\nprint({a}, {b})", f"{a}, {b} = {source}\nprint({a}, {b})", f"*{a}, {b} = {source}\nprint({a}, {b})", f"{a}, *{b}, {c} = {source}\nprint({a}, {b}, {c})", f"({a}, {b}), {c} = ({any_of(p, 0, 'int', 'str')}, 1), {source}\nprint({a}, {b}, {c})",
                    f"{a} = {b} = {source}\nprint({a} is {b})", f"{a}, {b}, {c} = {source}\nprint({a}, {b}, {c})", f"{a}, {b} = {any_expression(p, 1)}, {any_expression(p, 1)}\n{a}, {b} = {b}, {a}\nprint({a}, {b})", f"[{a}, {b}] = {source}[:2]\nprint({a}, {b})",
                    f"for {a}, {b} in enumerate({source}):\n    print({a}, {b})", f"for {a}, ({b}, {c}) in enumerate(zip({source}, {integers(p, 1)})):\n    print({a}, {b}, {c})", f"print(*{source}, sep='-')", f"print([*{source}], (*{source},))", f"print((lambda *t: t)(*{source}))", f"{a} = {source}\nif ({b} := len({a})) > 2:\n    print({b})")


# Bodies


def body(p, depth, returns=False, loops=False):
    """A few statements that read names and print or add up; `total` and `out` can be changed."""
    lines = p.several(1, 3, lambda: simple(p, depth, returns, loops))
    return "\n".join(lines)


def simple(p, depth, returns, loops):
    return p.draw(
        (3, lambda: f"print({', '.join(p.several(1, 2, lambda: any_expression(p, 1)))})"), (2, lambda: f"total {p.one_of('+=', '-=', '*=', '//=', '%=', '=')} {expression(p, 'int', 1)}"), (2, lambda: f"out.append({any_expression(p, 1)})"),
        (1.5 if depth else 0, lambda: conditional(p, depth - 1, returns, loops)), (0.7 if depth else 0, lambda: loop(p, depth - 1, returns)), (0.5 if depth else 0, lambda: trying(p, depth - 1, returns, loops)),
        (1 if loops else 0, lambda: f"if {expression(p, 'bool', 1)}: {p.one_of('break', 'continue')}"), (1 if returns else 0, lambda: f"if {expression(p, 'bool', 1)}: return {any_expression(p, 1)}"),
        (0.3, lambda: f"assert {expression(p, 'bool', 1)}, {text_literal(p)}"), (0.2, lambda: "pass"), (0.3, lambda: f"print({formatted(p, 'total')})"))


def conditional(p, depth, returns=False, loops=False):
    source = f"if {p.one_of(expression(p, 'bool', 2), any_expression(p, 1))}:\n" + indented(body(p, depth, returns, loops))
    if p.chance(0.3):
        source += f"\nelif {expression(p, 'bool', 1)}:\n" + indented(body(p, depth, returns, loops))
    if p.chance(0.5):
        source += "\nelse:\n" + indented(body(p, depth, returns, loops))
    return source


def loop(p, depth, returns=False):
    name = p.one_of("i", "j", "k")
    if p.chance(0.25):
        with p.bound(**{name: 2}):
            inner = body(p, depth, returns, True)
        source = f"{name} = {p.whole(0, 5)}\nwhile {name} {p.one_of('> 0', '>= 1', '!= 0')}:\n    {name} -= 1\n" + indented(inner)
    else:
        items, example = p.one_of((f"range({range_bounds(p)})", 2), (integers(p, 1), 3), (expression(p, "str", 1), "a"), (f"enumerate({integers(p, 1)})", (0, 3)), (f"zip({integers(p, 1)}, {texts(p, 1)})", (1, "b")))
        with p.bound(**{name: example}):
            inner = body(p, depth, returns, True)
        source = f"for {name} in {items}:\n" + indented(inner)
    if p.chance(0.25):
        source += "\nelse:\n" + indented(body(p, 0, returns, False))
    return source


def trying(p, depth, returns=False, loops=False):
    failing = p.one_of("1 / 0", "[][1]", "{}['k']", "int('x')", "None.a", "raise ValueError('v')", "raise KeyError('k', 2)", "raise RuntimeError", f"print({any_expression(p, 2)})", "assert False, 'no'", "undefined_name", "'a' + 1",
                       "raise StopIteration", "raise Exception(1, [2])", "next(iter([]))", "np.zeros(2)[5]", "np.zeros(2) + np.zeros(3)", "np.ones((2, 2)).reshape(3)", "a, b = 1, 2, 3", "len(5)", "(1)()", "[1].foo")
    source = "try:\n" + indented(body(p, depth, returns, loops) + "\n" + failing)
    for kind in p.random.sample(["ValueError", "(KeyError, IndexError)", "ZeroDivisionError", "LookupError", "TypeError", "ArithmeticError", "AttributeError"], p.whole(0, 2)) + ["Exception"]:
        source += f"\nexcept {kind} as error:\n" + indented(p.one_of("print(type(error).__name__, error)", "print(repr(error))", "print(error.args)", f"out.append(str(error))\n{simple(p, 0, returns, loops)}"))
    if p.chance(0.3):
        source += "\nelse:\n" + indented(body(p, 0, returns, loops))
    if p.chance(0.4):
        source += "\nfinally:\n" + indented(f"print({any_expression(p, 1)})")
    return source


@statement("control", 5)
def control(p):
    with p.bound(total=1, out=[]):
        inner = p.draw((3, lambda: loop(p, 1)), (2, lambda: conditional(p, 1)), (2, lambda: trying(p, 1)))
    return f"total, out = {p.whole(0, 5)}, []\n{inner}\nprint(total, out)"


# Functions


@statement("functions", 5)
def function(p):
    name = p.fresh("f")
    kinds = p.several(0, 3, lambda: p.one_of("int", "int", "float", "str", "list"))
    required = p.whole(0, len(kinds))
    parameters, examples = [], {}
    for i, kind in enumerate(kinds):
        literal = expression(p, kind, 0)
        parameters.append("xyz"[i] if i < required else f"{'xyz'[i]}={literal}")
        examples["xyz"[i]] = p.value(literal)
    extra = p.draw((3, lambda: ""), (1, lambda: "*args"), (1, lambda: "**options"), (0.6, lambda: "*, flag=True"), (0.5, lambda: "*args, flag=2, **options"))
    if extra:
        parameters.append(extra)
        examples.update({key: value for key, value in (("args", (1, "a")), ("options", {"k": 1}), ("flag", 2)) if key in extra})
    with p.bound(total=1, out=[], **examples):
        generator = p.chance(0.25)
        inner = "total, out = 0, []\n" + body(p, 1, not generator)
        if generator:
            inner += "\n" + p.one_of(f"yield {any_expression(p, 1)}\nyield total", f"for i in range(3):\n    yield i, {any_expression(p, 1)}", f"got = yield 1\nyield got\nyield from {integers(p, 1)}", "try:\n    yield 1\n    yield 2\nexcept ValueError:\n    print('thrown')")
        else:
            inner += "\n" + p.one_of(f"return {any_expression(p, 2)}", "return total, out", f"return {any_expression(p, 1)}, total", f"return (lambda n: {any_expression(p, 1)})(3)", "global counter\ncounter = total" if p.chance(0.3) else "return out")
    calls = [call(p, name, kinds, required, extra, generator) for _ in range(p.whole(1, 3))]
    return f"def {name}({', '.join(parameters)}):\n" + indented(inner) + "\n" + "\n".join(calls)


def call(p, name, kinds, required, extra, generator):
    count = p.whole(required, len(kinds)) if p.chance(0.93) else p.whole(0, 4)
    arguments = [expression(p, kind, 1) for kind in kinds[:count]]
    named_from = p.whole(0, len(arguments)) if p.chance(0.3) else len(arguments)
    arguments = [argument if i < named_from else f"{'xyz'[i]}={argument}" for i, argument in enumerate(arguments)]
    if "args" in extra and count == len(kinds) and named_from == len(arguments) and p.chance(0.6):
        arguments += p.one_of(["7"], ["*[8, 9]"], ["'p'", "'q'"])
    if "flag" in extra and p.chance(0.5):
        arguments.append(f"flag={any_expression(p, 0)}")
    if "options" in extra and p.chance(0.6):
        arguments.append(p.one_of("k=1", "**{'m': 2}", "k=2, n=[]"))
    if p.chance(0.03):
        arguments.append(p.one_of("unknown=1", "x=1"))
    source = f"{name}({', '.join(arguments)})"
    if generator:
        return p.one_of(f"print(list({source}))", f"print(next({source}))", f"for t in {source}:\n    print(t)", f"g = {source}\nprint(next(g), next(g, None))", f"g = {source}\nnext(g)\ng.close()", f"print(sum(1 for _ in {source}))", f"g = {source}\nprint(next(g))\nprint(g.send(5))", f"g = {source}\nprint(next(g))\ng.throw(ValueError('t'))")
    return p.one_of(f"print({source})", f"print({source})", f"{p.fresh('r')} = {source}", f"print([{source} for _ in range(2)])")


@statement("functions", 3)
def closures(p):
    f, n = p.fresh("f"), p.whole(1, 5)
    return p.one_of(
        f"def {f}(n):\n    def inner(x):\n        nonlocal n\n        n += x\n        return n\n    return inner\ng = {f}({n})\nprint(g(1), g({n}), g({number(p, 0)}))",
        f"_{f} = [lambda x, i=i: x + i for i in range({n})]\nprint([g({number(p, 0)}) for g in _{f}])", f"_{f} = [lambda: i for i in range({n})]\nprint([g() for g in _{f}])",
        f"def {f}(g):\n    @functools.wraps(g)\n    def inner(*a, **k):\n        print('call', g.__name__, a, k)\n        return g(*a, **k)\n    return inner\n@{f}\ndef h(x, y=2):\n    return x * y\nprint(h({any_of(p, 0, 'int', 'str')}), h(2, y={p.whole(0, 3)}), h.__name__)",
        f"@functools.lru_cache(maxsize=None)\ndef {f}(n):\n    return n if n < 2 else {f}(n - 1) + {f}(n - 2)\nprint({f}({p.whole(0, 40)}), {f}.cache_info())", f"def {f}(n):\n    return 1 if n <= 0 else n * {f}(n - 1)\nprint({f}({p.whole(0, 25)}))",
        f"{f} = functools.partial({p.one_of('pow, 2', 'max, 3', 'int, base=2', 'sorted, reverse=True')})\nprint({f}({p.one_of(n, repr('101'), integers(p, 0))}))", f"def {f}(x, acc=[]):\n    acc.append(x)\n    return acc\nprint({f}(1), {f}({any_expression(p, 1)}))",
        f"def {f}(a, b=2, *c, d, e=5, **k):\n    return a, b, c, d, e, k\nprint({f}({p.one_of('1, d=2', '1, 2, 3, 4, d=5, z=6', '*[1, 2], d=1', '1', 'd=1', '1, 2, d=3, a=4', '1, **{' + repr('d') + ': 1}')}))",
        f"def {f}(a, /, b, *, c=3):\n    return a + b * c\nprint({f}({p.one_of('1, 2', '1, b=2', 'a=1, b=2', '1, 2, 3', '1, 2, c=4', '1')}))", f"def {f}(*args):\n    return sum(args) / len(args)\nprint({f}(*{numbers(p, 1)}))")


@statement("functions", 1.5)
def itertools_shown(p):
    return f"print(list({iterator(p, 2)}))"


@statement("modules", 3)
def collections_used(p):
    d = p.fresh("c")
    items = any_of(p, 1, "list", "str", "tuple")
    n = p.whole(0, 4)
    return p.one_of(
        f"{d} = collections.Counter({expression(p, 'str', 1)})\nprint({d}, {d}.most_common({n}))", f"{d} = collections.defaultdict({p.one_of('int', 'list', 'str')})\nfor t in {integers(p, 1)}:\n    {d}[t % 3] += {p.one_of('1', '[t]', 'str(t)')}\nprint({d}, dict({d}))",
        f"{d} = collections.deque({items}, maxlen={n})\n{d}.append(1)\n{d}.appendleft({any_expression(p, 1)})\nprint({d}, len({d}))", f"{d} = collections.deque({items})\n{d}.rotate({p.whole(-3, 3)})\nprint({d}, {d}.pop() if {d} else None, list({d}))",
        f"Point{d} = collections.namedtuple('Point', {p.one_of(repr('x y'), repr(['x', 'y']))})\nt = Point{d}({any_expression(p, 1)}, y={number(p, 0)})\nprint(t, t.x, t[1], t._asdict(), t._replace(x=0))", f"{d} = collections.OrderedDict({expression(p, 'dict', 1)})\nprint({d}, list({d}))",
        f"{d} = collections.Counter({integers(p, 1)})\n{d}.update({integers(p, 1)})\nprint({d} - collections.Counter([1, 2]), sum({d}.values()), sorted({d}))")


# Classes


@statement("classes", 4)
def class_defined(p):
    name = p.fresh("C").replace("C", "Class")
    operator, method = p.one_of(("+", "__add__"), ("*", "__mul__"), ("-", "__sub__"), ("@", "__matmul__"), ("/", "__truediv__"), ("%", "__mod__"), ("//", "__floordiv__"), ("&", "__and__"))
    x = number(p, 0)
    parts = [f"def __init__(self, x={x}, *rest):\n    self.x = x\n    self.rest = rest"]
    tests = [f"a, b = {name}({number(p, 1)}), {name}({number(p, 0)}, {any_expression(p, 0)})"]
    choices = [
        (f"def __repr__(self):\n    return f'{name}({{self.x!r}})'", "print(a, [b], f'{a!r}')"), ("def __str__(self):\n    return 'str ' + str(self.x)", "print(a, f'{a:>12}', str(b)) if hasattr(type(a), '__str__') else None"),
        (f"def {method}(self, other):\n    return {name}(self.x {p.one_of('+', '-', '*')} getattr(other, 'x', other))", f"print((a {operator} b).x, (a {operator} 2).x)"), (f"def __r{method[2:]}(self, other):\n    return ('reflected', other, self.x)", f"print(3 {operator} a)"),
        ("def __eq__(self, other):\n    return isinstance(other, type(self)) and self.x == other.x", "print(a == b, a != b, a == 1, a in [b, a])"), ("def __lt__(self, other):\n    return self.x < other.x", "print(a < b, b > a, sorted([b, a])[0].x, min(a, b).x)"),
        ("def __len__(self):\n    return len(self.rest)", "print(len(b), bool(a), bool(b))"), ("def __getitem__(self, i):\n    return self.rest[i]", "print(b[0], list(b), b[:1])"), ("def __iter__(self):\n    yield self.x\n    yield from self.rest", "print(list(b), [*a], tuple(b))"),
        ("def __contains__(self, item):\n    return item == self.x", f"print({x} in a, 'q' in b)"), ("def __call__(self, *args):\n    return self.x, args", f"print(a(), b({any_expression(p, 0)}))"), ("@property\ndef double(self):\n    return self.x * 2", "print(a.double)\na.double = 3" if p.chance(0.1) else "print(a.double)"),
        ("@staticmethod\ndef made(t):\n    return t, t", f"print({name}.made(1), a.made('s'))"), ("@classmethod\ndef build(cls, t):\n    return cls(t)", f"print({name}.build(4).x, type(a.build(1)).__name__)"), ("count = 0\ndef bump(self):\n    type(self).count += 1\n    return self.count", f"a.bump()\nprint(b.bump(), {name}.count)"),
        ("def __getattr__(self, name):\n    return 'no ' + name", "print(a.missing, a.x)"), ("def __setitem__(self, k, v):\n    print('set', k, v)", "a[1] = 2\na['k', 1:2] = 3"), ("def __enter__(self):\n    print('enter')\n    return self\ndef __exit__(self, *what):\n    print('exit', what[0])\n    return True", "with a as t:\n    print(t is a)\n    1 / 0"),
        ("def __bool__(self):\n    return self.x > 0", "print(bool(a), not b, bool(a and 1))"), ("def __neg__(self):\n    return -self.x", "print(-a)"), ("def __iadd__(self, other):\n    self.x += other\n    return self", "a += 2\nprint(a.x)"), ("def __hash__(self):\n    return 7", "print(hash(a), {a: 1}[a])"),
        ("def __format__(self, spec):\n    return f'<{spec}|{self.x}>'", "print(f'{a:abc}', '{:5}'.format(b), format(a))"), ("def __float__(self):\n    return 1.5\ndef __int__(self):\n    return 9\ndef __index__(self):\n    return 2", "print(float(a), int(a), [1, 2, 3][a], range(5)[a])"), ("def __abs__(self):\n    return 'abs'", "print(abs(a))")]
    for part, test in p.random.sample(choices, p.whole(1, 5)):
        parts.append(part)
        tests.append(test)
    if p.chance(0.25):
        parts.append(f"def describe(self, n={p.whole(0, 3)}):\n    return type(self).__name__, self.x, n")
        tests.append(f"class Derived{name}({name}):\n    def __init__(self, x):\n        super().__init__(x, 1, 2)\n    def describe(self, n=5):\n        return ('derived',) + super().describe(n)\nd = Derived{name}({number(p, 0)})\nprint(d.describe(), isinstance(d, {name}), issubclass({name}, Derived{name}), d.__dict__)")
    p.random.shuffle(tests[1:])
    return f"class {name}:\n" + "\n".join(indented(part) for part in parts) + "\n" + "\n".join(tests)


@statement("classes", 1.5)
def exceptions_defined(p):
    name = p.fresh("E").replace("E", "Error")
    base = p.one_of("Exception", "ValueError", "KeyError", "RuntimeError")
    arguments = ", ".join(p.several(0, 2, lambda: any_expression(p, 0)))
    return p.one_of(
        f"class {name}({base}):\n    pass\ntry:\n    raise {name}({arguments})\nexcept {base} as error:\n    print(type(error).__name__, error, error.args, repr(error))",
        f"class {name}({base}):\n    def __init__(self, code):\n        super().__init__(f'code {{code}}')\n        self.code = code\ntry:\n    raise {name}({p.whole(0, 9)})\nexcept {name} as error:\n    print(error, error.code)",
        f"try:\n    try:\n        {p.one_of('1 / 0', 'int(' + repr('z') + ')', '{}[1]')}\n    except Exception as first:\n        raise {base}({arguments}) from first\nexcept {base} as error:\n    print(repr(error), repr(error.__cause__))",
        f"def f():\n    try:\n        return {any_expression(p, 1)}\n    finally:\n        print('finally')\nprint(f())", f"for i in range(3):\n    try:\n        if i == {p.whole(0, 3)}: {p.one_of('continue', 'break', '1 / 0')}\n        print(i)\n    except ZeroDivisionError as error:\n        print(error)\n    else:\n        print('else')\n    finally:\n        print('finally', i)")


@statement("errors", 1)
def uncaught(p):
    """A statement that fails; the program ends there, or goes on after it has been caught."""
    a, b = any_expression(p, 1), any_expression(p, 1)
    return p.one_of(f"print({a} {p.one_of('+', '-', '*', '/', '<', '%', '//', '**', '&', '@', '<<')} {b})", f"{a}[{b}]", f"{a}.{p.one_of('foo', 'append', 'shape', 'upper')}", f"{a}()", f"len({a})", f"int({a})", f"float({a})", f"iter({a})", f"for t in {a}: print(t)", f"a, b = {a}",
                    f"print({p.one_of('sum', 'max', 'min', 'sorted', 'any', 'list', 'tuple', 'dict', 'abs', 'round', 'ord', 'chr', 'bin', 'next', 'reversed', 'range', 'enumerate', 'bool', 'repr', 'str')}({a}))", f"math.{p.one_of('sqrt', 'log', 'factorial', 'gcd', 'floor', 'exp', 'acos', 'isqrt')}({a})",
                    f"print({text_literal(p)}.{p.one_of('join', 'split', 'index', 'replace', 'center', 'startswith', 'format', 'strip', 'zfill', 'encode', 'count')}({a}))", f"raise {p.one_of('ValueError', 'KeyError', 'Exception', 'IndexError', 'StopIteration', 'OSError')}({a})", f"assert {expression(p, 'bool', 1)}, {a}", f"print({a} in {b})",
                    f"print([{a}].index({b}))", f"print({{}}[{a}])", f"raise {a}", f"print(isinstance({a}, {b}))", f"print(pow({a}, {b}))", f"print(divmod({a}, {b}))", f"print(round({a}, {b}))", f"print(format({a}, {text_literal(p)}))", f"print({text_literal(p)} % {a})", f"print(np.{p.one_of('zeros', 'ones', 'array', 'sum', 'sqrt', 'reshape', 'abs', 'mean', 'concatenate', 'argmax', 'float64', 'int64')}({a}))")


@statement("mixed", 3)
def mixed(p):
    """Arrays among Python's own values."""
    arrays = p.names(lambda value: isinstance(value, np.ndarray) and value.size <= 30)
    if not arrays:
        raise Refused
    a = p.one_of(*arrays)
    return p.one_of(f"print(np.array({integers(p, 1)}){p.one_of('', '.dtype', ' * 2', '.sum()')})", f"print({{'a': {a}, 'n': {any_expression(p, 1)}}})", f"print(({a}, {any_expression(p, 1)}), [{a}.tolist()])", f"print([r for r in {a}][:2])", f"print(sum({a}), max({a}.ravel(), default=0))", f"print({a} * {number(p, 1)})",
                    f"print({a}[{number(p, 0)}])", f"print(list(map(lambda t: t + 1, {a})))", f"print(sorted({a}.ravel().tolist())[:{p.whole(0, 5)}])", f"print({a} == {any_expression(p, 0)})", f"print(np.array({numbers(p, 1)}))", f"print(np.array([{numbers(p, 0)}, {numbers(p, 0)}]))", f"print(dict(zip('abc', {a}.ravel())))",
                    f"print(f'{{{a}.shape}} {{{a}.dtype}} {{{a}.size:>5}}')", f"print('%s %s' % ({a}.shape, {a}))", f"print(str({a}) + '|', repr({a}))", f"print([x * 2 if x > 0 else -x for x in {a}.ravel()[:5]])", f"assert ({a} == {a}).all(), 'same'", f"print(len({a}), {a}.shape[0])", f"print(np.max([{number(p, 0)}, {number(p, 0)}]), np.mean({numbers(p, 0)}))",
                    f"print(np.concatenate([{integers(p, 0)}, {a}.ravel()]))", f"print(np.where({a} > {number(p, 0)}, {number(p, 0)}, {a}))", f"print(set(np.unique({a}).tolist()))", f"print(isinstance({a}, np.ndarray), type({a}) == np.ndarray, isinstance({a}.sum(), float))", f"print(np.random.RandomState(1).permutation({integers(p, 0)}))", f"print(any({a} > 0), {a}.any())", f"print(range(int({a}.size))[-1], {a}.sum() > 0)")
