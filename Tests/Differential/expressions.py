"""Python expressions of a wanted kind: int, float, bool, str, list, tuple, dict, set. Names that hold such a value are
used again; parts are drawn in the same way, up to a depth."""

from program import Refused
from texts import float_literal, formatted, int_literal, text_literal

ITEMS = ("int", "float", "str")
CLASSES = {"int": int, "float": float, "bool": bool, "str": str, "list": list, "tuple": tuple, "dict": dict, "set": set}


def named(p, kind):
    """A name of a value of this kind, or None."""
    wanted = CLASSES[kind]
    names = p.names(lambda value: type(value) is wanted)
    return p.one_of(*names) if names else None


def expression(p, kind, depth=2):
    name = named(p, kind)
    if name and p.chance(0.6 if depth <= 0 else 0.3):
        return name
    return BY_KIND[kind](p, depth)


def any_expression(p, depth=2):
    return expression(p, p.random.choices(list(CLASSES), [4, 3, 1, 4, 3, 2, 2, 0.7])[0], depth)


def number(p, depth):
    return expression(p, p.one_of("int", "float"), depth)


def integer(p, depth):
    if depth <= 0:
        return int_literal(p)
    n = lambda: expression(p, "int", depth - 1)
    small = lambda: str(p.whole(-3, 6))
    s = lambda: expression(p, "str", depth - 1)
    items = lambda: numbers(p, depth - 1)
    return p.draw(
        (1, lambda: int_literal(p)), (5, lambda: f"({n()} {p.one_of('+', '-', '*', '//', '%', '+', '*')} {n()})"),
        (1, lambda: f"({n()} {p.one_of('&', '|', '^')} {n()})"), (0.5, lambda: f"({n()} {p.one_of('<<', '>>')} {p.whole(0, 70)})"),
        (0.7, lambda: f"{n()} ** {p.whole(0, 5)}"), (0.2, lambda: f"pow({n()}, {p.whole(0, 9)}, {p.whole(-7, 99)})"),
        (1, lambda: p.one_of("-", "~", "+") + n()), (1, lambda: f"abs({n()})"), (1.5, lambda: f"len({any_of(p, depth - 1, 'str', 'list', 'tuple', 'dict', 'set')})"),
        (0.7, lambda: f"int({expression(p, 'float', depth - 1)})"), (0.4, lambda: f"round({expression(p, 'float', depth - 1)})"),
        (0.5, lambda: f"int({p.one_of('12', '-7', ' 42 ', '1_000', 'ff', '0b11', '', 'x1', '777')!r}{p.one_of('', '', ', 16', ', 8', ', 0')})"),
        (0.6, lambda: f"{s()}.{p.one_of('count', 'find', 'rfind', 'index')}({p.one_of('a', 'b', 'l', ' ', 'lo', '')!r})"),
        (0.4, lambda: f"ord({s()}[{p.whole(-1, 2)}])"), (1, lambda: f"{p.one_of('sum', 'max', 'min')}({integers(p, depth - 1)})"),
        (0.7, lambda: f"{p.one_of('max', 'min')}({n()}, {n()})"), (0.8, lambda: f"({n()} if {expression(p, 'bool', depth - 1)} else {n()})"),
        (0.8, lambda: f"{integers(p, depth - 1)}[{small()}]"), (0.5, lambda: f"{integers(p, depth - 1)}.{p.one_of('count', 'index')}({n()})"),
        (0.6, lambda: f"math.{p.one_of('gcd', 'lcm')}({n()}, {n()})"), (0.4, lambda: f"math.{p.one_of('floor', 'ceil', 'trunc')}({number(p, depth - 1)})"),
        (0.3, lambda: f"math.{p.one_of('factorial', 'isqrt')}(abs({small()}))"), (0.2, lambda: f"math.comb({p.whole(0, 40)}, {p.whole(0, 20)})"),
        (0.3, lambda: f"({n()}).{p.one_of('bit_length()', 'bit_count()', 'real', 'numerator', 'conjugate()')}"),
        (0.5, lambda: f"({n()} {p.one_of('and', 'or')} {n()})"), (0.3, lambda: f"divmod({number(p, depth - 1)}, {n()})[{p.whole(0, 1)}]"),
        (0.4, lambda: f"functools.reduce(lambda x, y: x {p.one_of('+', '*', '-')} y, {items()})"), (0.3, lambda: f"hash({n()})"),
        (0.3, lambda: f"int.from_bytes(bytes({[p.whole(0, 255) for _ in range(3)]}), {p.one_of('big', 'little')!r})"), (0.2, lambda: f"math.prod({integers(p, depth - 1)})"),
        (0.2, lambda: f"int({expression(p, 'bool', depth - 1)})"), (0.3, lambda: f"round({n()}, {p.whole(-3, 1)})"))


def floating(p, depth):
    if depth <= 0:
        return float_literal(p)
    x = lambda: expression(p, "float", depth - 1)
    n = lambda: number(p, depth - 1)
    return p.draw(
        (1, lambda: float_literal(p)), (5, lambda: f"({x()} {p.one_of('+', '-', '*', '/')} {n()})"), (1.5, lambda: f"({n()} {p.one_of('//', '%')} {x()})"),
        (1, lambda: f"({n()} / {n()})"), (0.7, lambda: f"-{x()}"), (0.7, lambda: f"abs({x()})"), (1, lambda: f"round({x()}, {p.whole(-2, 5)})"),
        (0.6, lambda: f"float({n()})"), (0.6, lambda: f"float({p.one_of('1.5', ' -2 ', '1e3', 'inf', 'nan', '', 'abc', '1_0.5', '.5', '-Infinity')!r})"),
        (0.7, lambda: f"math.{p.one_of('sqrt', 'fabs', 'exp', 'log', 'sin', 'cos', 'atan', 'tanh', 'log2', 'log10', 'degrees', 'radians', 'ulp', 'erf')}({n()})"),
        (0.5, lambda: f"math.{p.one_of('hypot', 'fmod', 'copysign', 'pow', 'atan2', 'remainder', 'dist', 'nextafter')}({n()}, {n()})"), (0.4, lambda: f"{x()} ** {p.one_of('2', '0.5', '-1', '3')}"),
        (0.5, lambda: f"{p.one_of('sum', 'max', 'min', 'math.fsum', 'math.prod')}({numbers(p, depth - 1)})"), (0.4, lambda: f"math.{p.one_of('modf', 'frexp')}({x()})[0]"),
        (0.5, lambda: f"({x()} if {expression(p, 'bool', depth - 1)} else {x()})"), (0.2, lambda: f"math.ldexp({x()}, {p.whole(-5, 5)})"), (0.2, lambda: f"float.fromhex(({x()}).hex())"),
        (0.3, lambda: f"{numbers(p, depth - 1)}[{p.whole(-3, 3)}]"), (0.2, lambda: p.one_of("math.pi", "math.e", "math.inf", "math.tau")))


def truth(p, depth):
    if depth <= 0:
        return p.one_of("True", "False")
    n, s, b = (lambda: number(p, depth - 1)), (lambda: expression(p, "str", depth - 1)), (lambda: expression(p, "bool", depth - 1))
    kind = p.one_of("str", "list", "tuple", "dict", "set", "int")
    return p.draw(
        (4, lambda: f"({n()} {comparison(p)} {n()})"), (1, lambda: f"({s()} {comparison(p)} {s()})"), (1, lambda: f"({n()} {comparison(p)} {n()} {comparison(p)} {n()})"),
        (1, lambda: f"({expression(p, kind, depth - 1)} {p.one_of('==', '!=')} {expression(p, kind, depth - 1)})"), (0.4, lambda: f"({expression(p, kind, depth - 1)} {comparison(p)} {expression(p, kind, depth - 1)})"),
        (1, lambda: f"(not {any_expression(p, depth - 1)})"), (1, lambda: f"({b()} {p.one_of('and', 'or', '^', '&', '|')} {b()})"), (0.7, lambda: f"bool({any_expression(p, depth - 1)})"),
        (1, lambda: f"({number(p, depth - 1)} {p.one_of('in', 'not in')} {any_of(p, depth - 1, 'list', 'tuple', 'set', 'dict')})"), (0.6, lambda: f"({s()} in {s()})"),
        (0.5, lambda: f"{s()}.{p.one_of('isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'isalnum', 'istitle', 'isidentifier', 'isnumeric', 'isdecimal', 'isascii', 'isprintable')}()"),
        (0.4, lambda: f"{s()}.{p.one_of('startswith', 'endswith')}({p.one_of(repr('a'), repr('H'), repr(''), repr(('x', 'a')))})"), (0.5, lambda: f"isinstance({any_expression(p, depth - 1)}, {p.one_of('int', 'float', 'str', '(int, float)', 'list', 'bool', 'object', 'int | str')})"),
        (0.5, lambda: f"{p.one_of('any', 'all')}({listing(p, depth - 1)})"), (0.3, lambda: f"({any_expression(p, depth - 1)} is {p.one_of('None', 'not None')})"),
        (0.3, lambda: f"math.{p.one_of('isnan', 'isinf', 'isfinite')}({n()})"), (0.3, lambda: f"math.isclose({n()}, {n()}{p.one_of('', ', rel_tol=0.1', ', abs_tol=1')})"), (0.2, lambda: f"({expression(p, 'float', depth - 1)}).is_integer()"))


def comparison(p):
    return p.one_of("<", "<=", ">", ">=", "==", "!=")


def text(p, depth):
    if depth <= 0:
        return text_literal(p)
    s, n = (lambda: expression(p, "str", depth - 1)), (lambda: p.whole(-5, 6))
    return p.draw(
        (1, lambda: text_literal(p)), (1.5, lambda: f"({s()} + {s()})"), (0.7, lambda: f"{s()} * {p.whole(-1, 3)}"), (1.5, lambda: f"{s()}[{n()}]"), (2, lambda: f"{s()}[{bounds(p)}]"),
        (2, lambda: f"{s()}.{p.one_of('upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'casefold')}()"), (0.5, lambda: f"{s()}.{p.one_of('strip', 'lstrip', 'rstrip')}({p.one_of('ab', 'x', ' -', 'H')!r})"),
        (0.8, lambda: f"{s()}.replace({p.one_of('a', 'l', '', ' ', 'ss')!r}, {p.one_of('', 'X', 'yy')!r}{p.one_of('', ', 1', ', -1', ', 0')})"),
        (0.7, lambda: f"{s()}.{p.one_of('center', 'ljust', 'rjust')}({p.whole(0, 14)}{p.one_of('', ', ' + repr('*'))})"), (0.3, lambda: f"{s()}.zfill({p.whole(0, 9)})"),
        (0.7, lambda: f"{p.one_of(', ', '', '-')!r}.join({p.one_of(texts(p, depth - 1), f'map(str, {listing(p, depth - 1)})', s())})"), (1.5, lambda: f"{p.one_of('str', 'repr')}({any_expression(p, depth - 1)})"),
        (2.5, lambda: formatted(p, any_of(p, depth - 1, "int", "float", "str", "int", "float"))), (0.5, lambda: f"{texts(p, depth - 1)}[{n()}]"), (0.4, lambda: f"{p.one_of('bin', 'hex', 'oct')}({expression(p, 'int', depth - 1)})"),
        (0.4, lambda: f"chr({p.whole(32, 1000)})"), (0.3, lambda: f"{s()}.{p.one_of('removeprefix', 'removesuffix')}({p.one_of('a', 'He', 'ld')!r})"), (0.3, lambda: f"{s()}.expandtabs({p.whole(0, 8)})"),
        (0.5, lambda: f"({s()} if {expression(p, 'bool', depth - 1)} else {s()})"), (0.3, lambda: f"type({any_expression(p, depth - 1)}).__name__"), (0.3, lambda: f"ascii({s()})"), (0.3, lambda: f"({s()} {p.one_of('and', 'or')} {s()})"),
        (0.3, lambda: f"{s()}.translate(str.maketrans('abl', 'XYZ'))"), (0.2, lambda: f"({expression(p, 'float', depth - 1)}).hex()"), (0.2, lambda: f"{s()}.encode().decode()"), (0.3, lambda: f"max({texts(p, depth - 1)}, key=len)"))


def bounds(p):
    bound = lambda: p.one_of("", "", p.whole(-4, 6), p.whole(-4, 6))
    return f"{bound()}:{bound()}{p.one_of('', '', ':2', ':-1', ':-2', ':3')}"


def any_of(p, depth, *kinds):
    return expression(p, p.one_of(*kinds), depth)


def integers(p, depth):
    """A list of ints."""
    names = p.names(lambda value: type(value) is list and value and all(type(item) is int for item in value))
    if names and p.chance(0.5):
        return p.one_of(*names)
    return p.draw((3, lambda: "[" + ", ".join(p.several(1, 6, lambda: int_literal(p))) + "]"), (1, lambda: f"list(range({range_bounds(p)}))"),
                  (1, lambda: f"[{expression_in(p, 'int', depth - 1)} for i in range({p.whole(0, 6)})]"))


def numbers(p, depth):
    return p.draw((2, lambda: integers(p, depth)), (2, lambda: "[" + ", ".join(p.several(1, 6, lambda: p.one_of(int_literal, float_literal)(p))) + "]"))


def texts(p, depth):
    """A list of strings."""
    names = p.names(lambda value: type(value) is list and value and all(type(item) is str for item in value))
    if names and p.chance(0.5):
        return p.one_of(*names)
    return p.draw((3, lambda: "[" + ", ".join(p.several(1, 5, lambda: text_literal(p))) + "]"), (2, lambda: f"{expression(p, 'str', depth - 1)}.split({p.one_of('', '', repr(' '), repr(','), 'None, 1', repr('l'))})"),
                  (0.5, lambda: f"list({expression(p, 'str', depth - 1)})"), (0.4, lambda: f"{expression(p, 'str', depth - 1)}.{p.one_of('splitlines()', 'rsplit(None, 1)', 'splitlines(True)')}"))


def range_bounds(p):
    return p.one_of(f"{p.whole(0, 8)}", f"{p.whole(-5, 5)}, {p.whole(-5, 9)}", f"{p.whole(-9, 9)}, {p.whole(-9, 9)}, {p.one_of(-3, -2, -1, 1, 2, 3)}")


def expression_in(p, kind, depth, **values):
    """An expression that can use `i`, an int."""
    with p.bound(**(values or {"i": 2})):
        return expression(p, kind, depth)


def listing(p, depth):
    if depth <= 0:
        return p.draw((2, lambda: integers(p, 0)), (1, lambda: texts(p, 0)), (1, lambda: "[" + ", ".join(p.several(0, 4, lambda: any_of(p, 0, *ITEMS))) + "]"))
    one, whole_list = (lambda: any_expression(p, depth - 1)), (lambda: expression(p, "list", depth - 1))
    return p.draw(
        (2, lambda: "[" + ", ".join(p.several(0, 5, one)) + "]"), (1, lambda: integers(p, depth)), (1, lambda: texts(p, depth)), (1, lambda: f"({whole_list()} + {whole_list()})"), (0.7, lambda: f"{whole_list()} * {p.whole(-1, 3)}"),
        (1.5, lambda: f"{whole_list()}[{bounds(p)}]"), (1.5, lambda: f"sorted({p.one_of(integers, texts, numbers)(p, depth - 1)}{p.one_of('', ', reverse=True', ', key=lambda t: str(t)', ', key=str', ', key=lambda t: -len(str(t))')})"),
        (2, lambda: comprehension(p, depth)), (0.6, lambda: f"list({p.one_of('reversed', 'enumerate', 'iter')}({whole_list()}))"), (0.7, lambda: f"list(zip({whole_list()}, {any_of(p, depth - 1, 'list', 'str', 'tuple')}{p.one_of('', '', ', strict=True')}))"),
        (0.6, lambda: f"list(map(lambda t: {p.one_of('t * 2', '(t, t)', 'str(t)', '[t]', 'not t')}, {whole_list()}))"), (0.6, lambda: f"list(filter({p.one_of('None', 'lambda t: t', 'lambda t: str(t) > ' + repr('3'))}, {whole_list()}))"),
        (0.5, lambda: f"list({any_of(p, depth - 1, 'dict', 'tuple', 'str')})"), (0.4, lambda: f"list({expression(p, 'dict', depth - 1)}.{p.one_of('items', 'keys', 'values')}())"), (0.4, lambda: f"[*{whole_list()}, *{any_of(p, depth - 1, 'str', 'tuple')}]"),
        (1, lambda: f"list({iterator(p, depth - 1)})"), (0.3, lambda: f"sorted({expression(p, 'set', depth - 1)})"), (0.3, lambda: f"list({expression(p, 'str', depth - 1)}.encode())"), (0.2, lambda: f"{whole_list()}.copy()"))


def iterator(p, depth):
    """What itertools makes of lists; never endless."""
    a, b = expression(p, "list", depth), integers(p, depth)
    n = p.whole(0, 4)
    return p.one_of(
        f"itertools.chain({a}, {b})", f"itertools.accumulate({b}{p.one_of('', ', max', ', lambda x, y: x * y', ', initial=5')})", f"itertools.islice({a}, {n})", f"itertools.islice(itertools.count({n}, {p.whole(1, 3)}), 5)",
        f"itertools.product({b}[:2], {p.one_of(repr('ab'), 'repeat=2')})", f"itertools.permutations({a}[:3]{p.one_of('', ', 2')})", f"itertools.combinations({a}[:4], {p.whole(0, 3)})", f"itertools.zip_longest({a}, {b}{p.one_of('', ', fillvalue=0')})",
        f"itertools.takewhile(lambda t: t > {n}, {b})", f"itertools.dropwhile(lambda t: t < {n}, {b})", f"itertools.repeat({n}, 3)", f"itertools.islice(itertools.cycle({a} or [0]), 7)", f"itertools.starmap(pow, [(2, {n}), (3, 2)])",
        f"itertools.filterfalse(lambda t: t % 2, {b})", f"itertools.pairwise({a})", f"itertools.compress({a}, {b})", f"itertools.chain.from_iterable([{a}, {b}])", f"((k, list(g)) for k, g in itertools.groupby({b}, lambda t: t % 3))",
        f"itertools.combinations_with_replacement({b}[:3], 2)", f"collections.Counter({a}).items()" if "[" not in a else f"enumerate({a}, {n})", f"collections.deque({a}, {n})", f"range({range_bounds(p)})[{bounds(p)}]")


def comprehension(p, depth):
    source = p.draw((3, lambda: f"range({range_bounds(p)})"), (2, lambda: integers(p, depth - 1)))
    condition = f" if {expression_in(p, 'bool', depth - 1)}" if p.chance(0.4) else ""
    if p.chance(0.2):
        with p.bound(i=1, j=2):
            return f"[{any_expression(p, depth - 1)} for i in {source}{condition} for j in range({p.one_of('i', '2', '3')})]"
    return f"[{expression_in(p, p.one_of('int', 'str', 'float', 'bool', 'tuple'), depth - 1)} for i in {source}{condition}]"


def tupled(p, depth):
    items = p.several(0, 4, lambda: any_expression(p, min(depth - 1, 1)))
    plain = "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"
    if depth <= 0:
        return plain
    t = lambda: expression(p, "tuple", depth - 1)
    return p.draw((3, lambda: plain), (0.7, lambda: f"({t()} + {t()})"), (0.7, lambda: f"{t()}[{bounds(p)}]"), (0.5, lambda: f"tuple({any_of(p, depth - 1, 'list', 'str', 'tuple')})"), (0.3, lambda: f"{t()} * {p.whole(0, 3)}"),
                  (0.4, lambda: f"divmod({number(p, depth - 1)}, {number(p, depth - 1)})"), (0.4, lambda: f"{expression(p, 'str', depth - 1)}.{p.one_of('partition', 'rpartition')}({p.one_of(' ', 'l', 'a')!r})"), (0.2, lambda: f"({expression(p, 'float', depth - 1)}).as_integer_ratio()"),
                  (0.3, lambda: f"tuple({expression_in(p, 'int', depth - 1)} for i in range(4))"), (0.2, lambda: f"math.{p.one_of('modf', 'frexp')}({number(p, depth - 1)})"))


def mapping(p, depth):
    key = lambda: p.one_of(int_literal(p), text_literal(p), text_literal(p), float_literal(p), p.one_of("True", "None", "(1, 2)"))
    pairs = p.several(0, 4, lambda: f"{key()}: {any_expression(p, min(depth - 1, 1))}")
    plain = "{" + ", ".join(pairs) + "}"
    if depth <= 0:
        return plain
    d = lambda: expression(p, "dict", depth - 1)
    return p.draw((3, lambda: plain), (1, lambda: f"{{i: {expression_in(p, p.one_of('int', 'str', 'list'), depth - 1)} for i in range({p.whole(0, 4)})}}"), (0.7, lambda: f"({d()} | {d()})"), (0.7, lambda: f"{{**{d()}, {key()}: {number(p, 0)}}}"),
                  (0.7, lambda: f"dict(zip({listing(p, 0)}, {expression(p, 'list', depth - 1)}))"), (0.4, lambda: f"dict(a={number(p, 0)}, b={any_expression(p, depth - 1)})"), (0.3, lambda: f"dict.fromkeys({any_of(p, depth - 1, 'str', 'list')}, 0)"),
                  (0.3, lambda: f"dict(collections.Counter({expression(p, 'str', depth - 1)}))"), (0.3, lambda: f"dict(sorted({{{', '.join(f'{text_literal(p)}: {p.whole(0, 9)}' for _ in range(3))}}}.items(), key=lambda kv: kv[1]))"))


def set_of_ints(p, depth):
    plain = "{" + ", ".join(p.several(1, 6, lambda: str(p.whole(-5, 40)))) + "}"
    if depth <= 0:
        return plain
    s = lambda: expression(p, "set", depth - 1)
    return p.draw((2, lambda: plain), (2, lambda: f"({s()} {p.one_of('|', '&', '-', '^')} {s()})"), (1, lambda: f"set({integers(p, depth - 1)})"), (1, lambda: f"{{{expression_in(p, 'int', depth - 1)} for i in range({p.whole(0, 6)})}}"), (0.3, lambda: "set()"),
                  (0.4, lambda: f"{s()}.{p.one_of('union', 'intersection', 'difference', 'symmetric_difference')}({integers(p, depth - 1)})"))


BY_KIND = {"int": integer, "float": floating, "bool": truth, "str": text, "list": listing, "tuple": tupled, "dict": mapping, "set": set_of_ints}
assert set(BY_KIND) == set(CLASSES) and Refused
