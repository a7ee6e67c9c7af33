"""Syntax trees as CPython's `ast` builds them, written in the notation of SyntaxTreePrinter.swift.

An expression is `(kind@start:end ...)`, with UTF-8 offsets.
"""

import ast
import os
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden  # noqa: E402

warnings.simplefilter("ignore")

BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
}
UNARY = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Not: "not"}
COMPARE = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}


class Printer:
    def __init__(self, program):
        self.lines = [line.encode() for line in program.split("\n")]
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.places = True

    def at(self, node):
        if not self.places:
            return ""
        start = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[node.end_lineno - 1] + node.end_col_offset
        return f"@{start}:{end}"

    def text(self, value):
        out = []
        for c in value:
            if c in '"\\':
                out.append("\\" + c)
            elif " " <= c <= "~":
                out.append(c)
            else:
                out.append(f"\\u{{{ord(c):x}}}")
        return '"' + "".join(out) + '"'

    def list(self, head, *parts):
        return "(" + " ".join([head, *parts]) + ")"

    def all(self, nodes):
        return [self.expr(n) for n in nodes]

    def body(self, statements):
        return "[" + " ".join(self.stmt(s) for s in statements) + "]"

    def optional(self, node):
        return "_" if node is None else self.expr(node)

    def expr(self, e):
        p = self.at(e)
        match e:
            case ast.Name():
                return self.list("name" + p, e.id)
            case ast.Constant(value=None):
                return self.list("none" + p)
            case ast.Constant(value=v) if v is ...:
                return self.list("ellipsis" + p)
            case ast.Constant(value=bool(v)):
                return self.list("bool" + p, str(v))
            case ast.Constant(value=int(v)):
                return self.list("int" + p, str(v))
            case ast.Constant(value=float(v)):
                return self.list("float" + p, v.hex() if v not in (float("inf"),) else "inf")
            case ast.Constant(value=str(v)):
                return self.list("string" + p, self.text(v))
            case ast.Constant(value=bytes(v)):
                return self.list("bytes" + p, v.hex() or "-")
            case ast.JoinedStr():
                return self.list("format" + p, *self.parts(e))
            case ast.Tuple():
                return self.list("tuple" + p, *self.all(e.elts))
            case ast.List():
                return self.list("list" + p, *self.all(e.elts))
            case ast.Set():
                return self.list("set" + p, *self.all(e.elts))
            case ast.Dict():
                items = []
                for key, value in zip(e.keys, e.values):
                    items.append(self.list("unpack", self.expr(value)) if key is None else self.expr(key) + " " + self.expr(value))
                return self.list("dict" + p, *items)
            case ast.UnaryOp():
                return self.list("unary" + p, UNARY[type(e.op)], self.expr(e.operand))
            case ast.BinOp():
                return self.list("binary" + p, BINARY[type(e.op)], self.expr(e.left), self.expr(e.right))
            case ast.BoolOp():
                return self.list(("and" if isinstance(e.op, ast.And) else "or") + p, *self.all(e.values))
            case ast.Compare():
                rest = [COMPARE[type(o)] + " " + self.expr(c) for o, c in zip(e.ops, e.comparators)]
                return self.list("compare" + p, self.expr(e.left), *rest)
            case ast.IfExp():
                return self.list("if" + p, self.expr(e.test), self.expr(e.body), self.expr(e.orelse))
            case ast.Lambda():
                return self.list("lambda" + p, self.parameters(e.args), self.expr(e.body))
            case ast.Call():
                return self.list("call" + p, self.expr(e.func), *self.arguments(e.args, e.keywords))
            case ast.Attribute():
                return self.list("attribute" + p, self.expr(e.value), e.attr)
            case ast.Subscript():
                return self.list("subscript" + p, self.expr(e.value), self.expr(e.slice))
            case ast.Slice():
                return self.list("slice" + p, self.optional(e.lower), self.optional(e.upper), self.optional(e.step))
            case ast.Starred():
                return self.list("starred" + p, self.expr(e.value))
            case ast.ListComp():
                return self.list("listcomp" + p, self.expr(e.elt), *self.clauses(e))
            case ast.SetComp():
                return self.list("setcomp" + p, self.expr(e.elt), *self.clauses(e))
            case ast.GeneratorExp():
                return self.list("generator" + p, self.expr(e.elt), *self.clauses(e))
            case ast.DictComp():
                return self.list("dictcomp" + p, self.expr(e.key), self.expr(e.value), *self.clauses(e))
            case ast.Yield():
                return self.list("yield" + p, self.optional(e.value))
            case ast.YieldFrom():
                return self.list("yieldfrom" + p, self.expr(e.value))
            case ast.NamedExpr():
                return self.list("named" + p, e.target.id, self.expr(e.value))
        raise NotImplementedError(ast.dump(e))

    def clauses(self, e):
        return [self.list("for", self.expr(c.target), self.expr(c.iter), *self.all(c.ifs)) for c in e.generators]

    def parts(self, joined):
        """CPython 3.11 places what stands inside an f-string roughly; offsets are left out there."""
        places, self.places = self.places, False
        out = []
        for part in joined.values:
            if isinstance(part, ast.Constant):
                out.append(self.text(part.value))
            else:
                conversion = "_" if part.conversion == -1 else chr(part.conversion)
                spec = "_" if part.format_spec is None else self.list("spec", *self.parts(part.format_spec))
                out.append(self.list("field", self.expr(part.value), conversion, spec))
        self.places = places
        return out

    def arguments(self, args, keywords):
        # The tree keeps arguments in the order of the source.
        items = [(a.lineno, a.col_offset, "starred" if isinstance(a, ast.Starred) else "positional", a) for a in args]
        items += [(k.lineno, k.col_offset, "keyword", k) for k in keywords]
        items.sort(key=lambda item: item[:2])
        out = []
        for _, _, kind, node in items:
            if kind == "positional":
                out.append(self.expr(node))
            elif kind == "starred":
                out.append(self.list("*" + self.at(node), self.expr(node.value)))
            elif node.arg is None:
                out.append(self.list("**" + self.at(node), self.expr(node.value)))
            else:
                out.append(self.list("=" + self.at(node), node.arg, self.expr(node.value)))
        return out

    def parameters(self, a):
        def one(arg, default):
            return self.list("parameter" + self.at(arg), arg.arg, self.optional(arg.annotation), self.optional(default))

        positional = a.posonlyargs + a.args
        defaults = [None] * (len(positional) - len(a.defaults)) + a.defaults
        parts = [str(len(a.posonlyargs))] + [one(p, d) for p, d in zip(positional, defaults)]
        if a.vararg:
            parts.append("* " + one(a.vararg, None))
        parts += ["= " + one(p, d) for p, d in zip(a.kwonlyargs, a.kw_defaults)]
        if a.kwarg:
            parts.append("** " + one(a.kwarg, None))
        return self.list("parameters", *parts)

    def docstring(self, node):
        doc = ast.get_docstring(node, clean=False)
        return "_" if doc is None else self.text(doc)

    def stmt(self, s):
        p = self.at(s)
        match s:
            case ast.Expr():
                return self.list("expr" + p, self.expr(s.value))
            case ast.Assign():
                return self.list("assign" + p, *self.all(s.targets), self.expr(s.value))
            case ast.AugAssign():
                return self.list("augment" + p, BINARY[type(s.op)], self.expr(s.target), self.expr(s.value))
            case ast.AnnAssign():
                return self.list("annotate" + p, self.expr(s.target), self.expr(s.annotation), self.optional(s.value))
            case ast.If():
                return self.list("if" + p, self.expr(s.test), self.body(s.body), self.body(s.orelse))
            case ast.While():
                return self.list("while" + p, self.expr(s.test), self.body(s.body), self.body(s.orelse))
            case ast.For():
                return self.list("for" + p, self.expr(s.target), self.expr(s.iter), self.body(s.body), self.body(s.orelse))
            case ast.FunctionDef():
                return self.list(
                    "def" + p, s.name, *["@" + self.expr(d) for d in s.decorator_list], self.parameters(s.args),
                    self.optional(s.returns), self.docstring(s), self.body(s.body))
            case ast.ClassDef():
                return self.list(
                    "class" + p, s.name, *["@" + self.expr(d) for d in s.decorator_list],
                    self.list("bases", *self.arguments(s.bases, s.keywords)), self.docstring(s), self.body(s.body))
            case ast.Return():
                return self.list("return" + p, self.optional(s.value))
            case ast.Raise():
                return self.list("raise" + p, self.optional(s.exc), self.optional(s.cause))
            case ast.Try():
                handlers = [
                    self.list("except" + self.at(h), self.optional(h.type), h.name or "_", self.body(h.body))
                    for h in s.handlers
                ]
                return self.list("try" + p, self.body(s.body), *handlers, self.body(s.orelse), self.body(s.finalbody))
            case ast.With():
                items = [self.list("item", self.expr(i.context_expr), self.optional(i.optional_vars)) for i in s.items]
                return self.list("with" + p, *items, self.body(s.body))
            case ast.Assert():
                return self.list("assert" + p, self.expr(s.test), self.optional(s.msg))
            case ast.Delete():
                return self.list("del" + p, *self.all(s.targets))
            case ast.Global():
                return self.list("global" + p, *s.names)
            case ast.Nonlocal():
                return self.list("nonlocal" + p, *s.names)
            case ast.Import():
                return self.list("import" + p, *[self.list("alias" + self.at(n), n.name, n.asname or "_") for n in s.names])
            case ast.ImportFrom():
                names = [] if s.names[0].name == "*" else s.names
                return self.list(
                    "from" + p, s.module or "_", str(s.level),
                    *[self.list("alias" + self.at(n), n.name, n.asname or "_") for n in names])
            case ast.Pass():
                return self.list("pass" + p)
            case ast.Break():
                return self.list("break" + p)
            case ast.Continue():
                return self.list("continue" + p)
        raise NotImplementedError(ast.dump(s))


ONE_LINERS = r"""
x
x = 1
x = y = z = 2
x, y = 1, 2
x, = y
(x, y) = z
[x, y] = z
(x), [y, (z, w)] = v
*x, y = z
x, *y, z = w
[x, *y] = z
(*x, y) = z
x = *y, z
x = *y,
x.y = 1
x.y.z = 1
x[0] = 1
x[0].y[1] = z
x[0], y.z = w
f(x)[0] = 1
f().x = 1
x += 1
x -= 1; y *= 2; z /= 3; w //= 4; v %= 5
x **= 2; y @= z; a <<= 1; b >>= 2; c &= 3; d |= 4; e ^= 5
x.y += 1
x[i, j] += y
x += 1, 2
(x) += 1
x: int
x: int = 1
x.y: int = 1
x[0]: int
(x.y): int = 2
x: List[int] = [], 
x: int = yield_ = 3 if 0 else 1
1 + 2
1 + 2 * 3
(1 + 2) * 3
1 - 2 - 3
1 / 2 // 3 % 4 @ 5 * 6
2 ** 3 ** 4
-2 ** 2
2 ** -1
(-2) ** 2
-x
--x
+-~x
~x ** 2
-x.y
-x[0]
-f(x)
x << 1 + 2 >> 3
x & y | z ^ w
x | y & z
x ^ y & z | w
1 + 2 << 3 & 4 ^ 5 | 6
x @ y
x if y else z
x if y else z if w else v
(x if y else z) if w else v
x or y
x or y or z
x and y or z and w
not x
not not x
not x and y
not x == y
not (x or y) and z
x == y
x != y
x < y <= z
x > y >= z == w
x in y
x not in y
x is y
x is not y
x is not y not in z in w
not x in y
x < y + 1 and y > z | 1
x is None
None
True, False, None, ...
...
()
(1,)
(1, 2)
(1, 2,)
((1, 2), 3)
((((x))))
1, 2
1,
[]
[1]
[1, 2, 3,]
[[1, 2], [3, 4]]
[*x, 1, *y]
{1}
{1, 2, *x}
{}
{1: 2}
{'a': 1, 'b': 2,}
{**x}
{**x, 'a': 1, **y | z}
{1: {2: 3}, 4: [5]}
{x: y for x, y in z}
{x for x in y}
[x for x in y]
[x for x in y if z]
[x for x in y if z if w]
[x for x in y for z in w if v for u in t]
[x + 1 for x, (y, *z) in w]
[[x for x in y] for y in z]
[(x, y) for x in range(3) for y in range(x)]
[x if x else y for x in z]
(x for x in y)
[x for x in (y if z else w)]
[lambda: x for x in y]
[x for x in y or z]
[i for i in 1, ] if 0 else 0
{(x, y): z for x in y for z in w}
f()
f(x)
f(x,)
f(x, y)
f(x=1)
f(x, y=1, *z, **w)
f(*x)
f(*x, *y)
f(**x)
f(**x, **y, z=1)
f(x, *y, z, w=1)
f(a=1, *b)
f(a=1, **b, c=2)
f(x for x in y)
f((x for x in y), 1)
f(x := 1)
f(x, y := 2)
f(x)(y)(z)
f(x).y(z)[w]
f(not x, -y, lambda: z)
f(x if y else z, *a or b)
f(a == b)
f(a=b == c)
x.y
x.y.z
x.y().z
x[0]
x[0][1]
x[0, 1]
x[0,]
x[:]
x[1:]
x[:1]
x[1:2]
x[::]
x[::2]
x[1:2:3]
x[1::3]
x[:2:]
x[:, 0]
x[..., 1:2, None]
x[0, :, ::-1, 1:2, ...]
x[:, :, np.newaxis]
x[a:b, c:d]
x[-1:]
x[f(y):g(z)]
x[y := 1]
x[*y]
x[*y, 1]
x[a if b else c:d]
x[lambda: 1]
x[()]
x[(1, 2)]
x[1:2,]
lambda: 1
lambda x: x
lambda x, y=1, *z, w, v=2, **u: x
lambda *x: x
lambda **x: x
lambda *, x: x
lambda x, /, y: x
lambda x=1, /: x
lambda x, /, y, *, z: x
lambda: (yield)
lambda x: lambda y: x + y
lambda: x if y else z
lambda x,: x
(lambda: 1)()
(x := 1)
(x := y, z)
[x := 1, y := 2]
{x := 1}
x = (y := 1) + 2
0
00
0_0
1_000_000
0x1F
0XfF_fF
0o17
0O7_7
0b101
0B1_0
0xFFFFFFFFFFFFFFFFFFFFFFFF
0o7777777777777777777777777777777
123456789012345678901234567890
1.0
1.
.5
1.5e3
1e5
1E-5
1e+5
1_0.0_1e1_0
0.1
00.5
09.5
0e0
1e400
5e-324
1.7976931348623157e308
123456789.123456789
1if 1else 2
'abc'
"abc"
'a"b'
"a'b"
'it\'s'
''
""
'''abc'''
'''a'b''c'''
'a' 'b'
'a' "b" '''c'''
('a'
'\n\t\r\\\'\"\a\b\f\v'
'\x41\u0041\U00000041'
'\0\1\12\101\1234'
'\777'
'\d\q\ '
'é\xe9\u20ac\U0001f600'
u'abc'
U'abc'
r'\n'
R"\d\'"
r'a' '\n'
b'abc'
b'\x41\n\101\\\'\u1'
B"a" b'b'
br'\n'
Rb'\x'
rB'a\
b''
f''
f'abc'
f'{x}'
f'a{x}b'
f'{x}{y}'
f'{x!r}'
f'{x!s}{y!a}'
f'{x:5}'
f'{x:.2f}'
f'{x!r:>10}'
f'{x:{y}}'
f'{x:{y}.{z}f}'
f'{x:{y!r}}'
f'{x:{y:>{z}}}' if 0 else 0
f'{x=}'
f'{x = }'
f'{x=!r}'
f'{x=!s:>5}'
f'{x=:.2f}'
f'a {x + 1=} b'
f'{{'
f'}}'
f'{{x}}'
f'{{{x}}}'
f'a{{b}}c{x}d{{e}}'
f"{x['a']}"
f'{x["a"]}'
f'''{x['a']}{y["b"]}'''
f'{x, y}'
f'{x,}'
f'{*x, y}'
f'{ x }'
f'{x if y else z}'
f'{(lambda x: x)(1)}'
f'{x!=y}'
f'{x==y}'
f'{x<=y}{x>=y}{x<y}{x>y}'
f'{x:=5}'
f'{(x:=5)}'
f'{ {1: 2}[1] }'
f'{[x for x in y]}'
f'{x for x in y}'
f'{f(x, y=1)}'
f'{x:%Y-%m-%d}'
f'{x:{{y}}}' if 0 else 0
f'{x:}'
f'{"a"}'
f'{"a" "b"}'
f"{'{'}"
f"{'}'}"
f"{':'}"
f"{'!r'}"
f'\n{x}\t'
f'\x41{x}\u0041'
f'\\{x}'
rf'\n{x}\d'
fr'{x}\{y}'
F'{x}'
Rf'{x}'
f'{x}' 'a'
'a' f'{x}'
'a' f'{x}' 'b' f'{y}' 'c'
'a' f'b' 'c'
'{x}' f'{y}'
f'{x}' f'' f'{y}'
f'{f"{x}"}'
f'{f"{x:{y}}"!r}'
f'é{x}ü'
f'{x}' + f'{y}'
f'{0x1F:x}{1_000:,}{.5}'
f'{-x}{not y}{x and y}'
f'{x.y.z}{x[0][1]}{f(x)(y)}'
f'{x[1:2]}{x[:, 0]}'
f'{x if y else "z"}'
f'{x:{"a"}}'
f'{x:a{y}b{z}c}'
f'{x!r:{y}}'
f'{None}{True}{...}'
f'{x:\n}'
f'{3.14:10.10}'
return_ = 1
pass
pass; pass;
x; y; z
x;
x = 1;
assert x
assert x, y
assert (x, y)
assert x == 1, f'{x}'
del x
del x, y
del x,
del (x)
del (x, y)
del [x, y]
del (x, (y, [z])), w
del x.y, z[0], f().w
del ()
global x
global x, y
import a
import a.b.c
import a as b
import a.b as c, d
import numpy as np, os.path
from a import b
from a import b as c
from a import b, c as d, e
from a import (b, c)
from a import (b, c as d,)
from a import *
from . import a
from .. import a
from ... import a
from .... import a
from .a import b
from ..a.b import c as d
from ...a import b
from .import a
raise
raise x
raise x from y
raise x(y) from None
if x: y
if x: y; z
while x: y
for x in y: z
for x, y in z: w
for x, in y: z
for (x, y), z in w: v
for [x, y] in z: w
for x, *y in z: w
for x.y in z: w
for x[0] in y: z
for x in y, z: w
for x in 1, 2, 3: y
for x in *y, z: w
with x: y
with x as y: z
with x as y, z as w: v
with x, y: z
with (x): y
with (x, y): z
with (x, y) as z: w
with (x as y): z
with (x as y, z as w): v
with (x as y, z): w
with (x as y, z,): w
with x as (y, z): w
with x as [y, z]: w
with x as y.z, w as v[0]: u
with (x) as y: z
with (x), (y): z
with (x, y), z: w
with f(x)(y) as z: w
with (f(x)): y
with (x).y: z
with (yield_): x
with (x if y else z) as w: v
def f(): pass
def f(x): return x
def f(x): return
def f(x, y=1, *z, w, v=2, **u): pass
def f(x, /): pass
def f(x, /, y, *, z): pass
def f(x=1, /, y=2): pass
def f(*, x): pass
def f(*, x=1, y): pass
def f(*x): pass
def f(**x): pass
def f(x,): pass
def f(*x,): pass
def f(**x,): pass
def f(x: int, y: str = 'a', *z: int, w: a.b = 1, **v: c) -> d: pass
def f() -> None: pass
def f() -> x[y]: return 1, 2
def f(): yield
def f(): yield x
def f(): yield x, y
def f(): yield *x, y
def f(): yield from x
def f(): x = yield
def f(): x = yield y
def f(): x += yield y
def f(): x = y = yield z
def f(): (yield)
def f(): x = (yield y) + 1
def f(): g((yield))
def f(): return (yield x)
def f(): await_ = 1
def f(): 'doc'
def f(): 'a' 'b'; return 1
def f(): f'doc'
def f(): b'doc'
def f(): return *x, y
def f(x=(1, 2)): pass
def f(x=lambda y=1: y): pass
class C: pass
class C(): pass
class C(x): pass
class C(x, y=z): pass
class C(*x, **y): pass
class C(x.y, metaclass=z,): 'doc'
match = 1
match.x
match(x)
match[0]
match, case = 1, 2
case(x)
_ = match
type = 1
type(x)
print(x)
print (x)
print
exec(x)
print(*x, sep='')
é = 1
αβγ = été + x
名 = '名'
x = 'é' + y
x	=	1
x  =  1   # comment
# comment
x # comment
a = b if c else d, e
a = lambda: b, c
a = not b, c
a or b if c and d else e or f
a < b < c if d else e
x = 1 if 2 else 3 if 4 else 5
a.b[c](d).e[f:g](h=i)[j, k]
a - b + c - d
a * b / c * d
a ** b ** c ** d
-a ** -b
not a in b
a in b in c
x = [1, 2][0]
x = (1, 2)[0]
x = {1: 2}[1]
x = 'a'.b('c')
x = 'a' % b
x = 'a' 'b' % (c, d)
x = 1 .real
x = 1.0.real
x = 1..real
x = (1).real
np.array([[1, 2], [3, 4]], dtype=np.float64).reshape(-1, 2)[:, ::-1].T @ W + b
A_prev_pad[i, vert_start:vert_end, horiz_start:horiz_end, :]
Z[i, h, w, c] = conv_single_step(a_slice_prev, W[..., c], b[..., c])
(m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
assert(Z.shape == (m, n_H, n_W, n_C))
print("Z's mean =", np.mean(Z))
print("x.shape =\n", x.shape, sep="", end="\n\n")
print(f"Epoch {epoch + 1:>3}/{n}: loss = {loss:.4f}, acc = {100 * acc:6.2f}%")
cache = (A_prev, W, b, hparameters)
X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant', constant_values=(0, 0))
mask = x == np.max(x)
dA_prev[i, h:h+f, w:w+f, c] += np.multiply(mask, dA[i, h, w, c])
params = {"W" + str(l): w for l, w in enumerate(ws, start=1)}
"""

PROGRAMS = [line for line in ONE_LINERS.strip("\n").split("\n")]
PROGRAMS += [
    "", "\n", "\n\n\n", "# c", "# c\n", "  # c\n\nx", "x\n", "x\n\n\n", "\nx", "x\ny\nz", "x\r\ny\r\n", "x = 1\r\nif x:\r\n  y\r\n",
    "'doc'", "'doc'\nx", "'a' 'b'\n", "'''a\nb'''\nx", "x\n'doc'", "f'doc'", "b'doc'", "# c\n'doc'\n", "'''a\r\nb'''\r\n",
    "if x:\n    y\n", "if x:\n    y\nelse:\n    z\n", "if x:\n  y\nelif z:\n  w\nelif v:\n  u\nelse:\n  t\n", "if x: y\nelif z: w\nelse: v",
    "if x:\n    y\n    z\nw\n", "if x:\n\n    y\n\n    z\n\nw", "if x:\n    if y:\n        z\n    w\nv", "if x:\n    if y:\n        z\nw", "if x:\n  # c\n  y\n# c\n  z\n",
    "if x:\n\ty\n\tz\n", "if x:\n\tif y:\n\t\tz\n\tw\n", "if x:\n        y\n\n   # odd comment\n        z\n", "if x:\n    y", "if x := 1: y", "if (x :=\n 1): y",
    "while x:\n    y\n    break\n", "while x:\n    continue\nelse:\n    y\n", "while 1: break\nelse: x",
    "for i in range(3):\n    print(i)\nelse:\n    print('end')\n", "for i, (j, k) in x:\n  for l in m:\n    if n: continue\n    break\n",
    "try:\n    x\nexcept:\n    y\n", "try:\n    x\nexcept A:\n    y\n", "try:\n    x\nexcept A as e:\n    y\n", "try:\n    x\nexcept (A, B) as e:\n    y\nexcept C:\n    z\nexcept:\n    w\nelse:\n    v\nfinally:\n    u\n",
    "try:\n    x\nfinally:\n    y\n", "try: x\nexcept A: y", "try: x\nexcept A if b else c: y", "try:\n  try:\n    x\n  finally:\n    y\nexcept A: z",
    "with x as y:\n    z\n", "with (\n    x as y,\n    z as w,\n):\n    v\n", "with x:\n  with y:\n    z",
    "def f():\n    '''doc'''\n    return 1\n", "def f():\n    'doc'\n", "def f(x,\n      y=1):\n    # c\n    'doc'\n    def g():\n        nonlocal x\n        x = 1\n    return g\n",
    "def f(\n    x,\n    *,\n    y,\n):\n    pass", "def f():\n\n    x = 1\n\n\n    return x\n\n\ndef g(): pass", "def f():\n    global x, y\n    x = y = 1", "def f():\n  for x in y:\n    yield x\n  return",
    "@a\ndef f(): pass", "@a\n@b.c(d)\ndef f(): pass", "@a\nclass C: pass", "@a.b\n\n# c\n@c\nclass C(D):\n  x = 1", "@x[0]\ndef f(): pass", "@(x := y)\ndef f(): pass", "@x if y else z\ndef f(): pass", "@lambda f: f\ndef f(): pass",
    "class C:\n    'doc'\n    x = 1\n    def f(self, x):\n        self.x = x\n    @property\n    def y(self): return self.x\n", "class C(A, B):\n    def __init__(self):\n        super().__init__()\n", "class C:\n  class D:\n    pass\n  x: int = 1",
    "x = (1,\n     2)\n", "x = [\n    1,\n    2,\n]\ny\n", "x = {\n  'a': 1,  # c\n\n  # d\n  'b': [2,\n3],\n}\n", "f(x,\ny)\n", "f(\n)\n", "x = (\n'a'\n'b'\n)", "x = 1 + \\\n    2\n", "x = \\\n1\n", "if x and \\\n   y:\n  z\n", "assert x, \\\n  y", "x = 'a\\\nb'\n", "x = '''a\\\nb\nc'''", "\"\"\"a\nb\"\"\"", "x = '''\n\"\"\"\n'''", "x = '''a''' \\\n'b'",
    "x = f'''a\n{y}\nb'''", "x = f'''{\ny\n}'''", "x = f'''{y:\n>10}'''", "x = (f'a{b}'\n     f'c{d}'\n     'e')\n", "f'''{a\n+ b}'''", "x\x0c\ny", "\x0cx = 1\n", "if 1:\n\x0c  x\n", "x = [\ny\n\tfor\n  y in z\n]", "x; y\nz;w;\n", "if 1:\n  x; y\n  z\n",
    "x = 1 if y else \\\n  2", "(x\n .y\n .z)", "(a\n+ b\n- c)", "lambda: (\n1)", "x = [a\n     for a in b\n     if c]", "def f(a, b):\n  return {\n    'a': a,\n  }\nf(1, 2)",
    "if a:\n  pass\nelif b:\n  if c:\n    pass\n  else:\n    pass\nelse:\n  pass", "for i in x:\n  try:\n    continue\n  finally:\n    pass", "def f(x):\n  if x: return 1\n  else: return 2\n", "if x:\n  y\n\n\n\n", "if x:\n  y\n  \n\t\n# c\n", "if x:\n  y\n      # deep\nz", "while True:\n  x = 1\n  if x:\n    break\nelse:\n  y\nz",
    "é = 'ü'\nif é:\n  print(f'{é} ü', é)\n", "x = '😀'; y = 1\n", "'''é\nü''' + x\n", "#é\nx\n", "x = 'a' # é\ny",
    "def f(a, b=[], *c, d={}, **e) -> (1, 2):\n    \"\"\"Doc é.\n\n    More.\n    \"\"\"\n    return a\n",
    "a = {\n 'x': lambda a, b=1: (a, b),\n **{'y': [*range(3)]},\n}\n", "x = a[1:2, ..., None, b[0]:c[-1]:d.e]\n", "x = [[i * j for j in range(3) if i != j] for i in range(3)]",
    "try:\n  import a\nexcept ImportError:\n  a = None\n", "from a import (\n  b,\n  c as d,\n)\n", "x = not (\n a\n)", "a = b = c = d, = e", "x = y[z] = w.v = 1", "\ufeffx".lstrip("\ufeff"), "i = 5; j = -5; k = --5; l = 1_0", "(a, b), c = [d, e], f = g",
    "def zero_pad(X, pad):\n    \"\"\"\n    Pad with zeros all images of the dataset X.\n    \"\"\"\n    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode='constant')\n    return X_pad\n",
    "for i in range(m):               # loop over the batch\n    a_prev_pad = A_prev_pad[i]\n    for h in range(n_H):\n        vert_start = h * stride\n        for w in range(n_W):\n            for c in range(n_C):\n                Z[i, h, w, c] = np.sum(a_prev_pad[vert_start:vert_start + f, w * stride:w * stride + f, :] * W[:, :, :, c]) + float(b[:, :, :, c])\n",
]


if __name__ == "__main__":
    with Golden(__file__, "syntax_trees.txt") as golden:
        for program in dict.fromkeys(PROGRAMS):
            try:
                compile(program, "<cell>", "exec", dont_inherit=True)
                tree = ast.parse(program)
            except SyntaxError as error:
                print("skipped:", repr(program), error)
                continue
            printer = Printer(program)
            golden.case(program, printer.docstring(tree) + " " + printer.body(tree.body))
