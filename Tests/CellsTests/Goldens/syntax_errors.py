"""What CPython says about programs that do not compile: class, message, line, offset (1-based, 0 for none)."""

import os
import sys
import warnings

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from golden import Golden  # noqa: E402

warnings.simplefilter("ignore")

# Programs are separated by lines of dashes; a line end can also be written as \n within one line of a list.
PROGRAMS = r"""
x = 5 6
x = (1, 2
x = [1, 2\ny = 3
x = {1: 2
print("a"
print("a"\nx = 1\ny = 2
foo(1, 2\ndef g():\n    pass
x = 1)
x = (1]
x = (1,\n2]
x = [1, 2)
x = {1]
}
x = 'abc
x = "abc
x = 'abc\ny = 1
x = '''abc\ndef\n
x = \"""abc\n\n
s = f'abc
s = f'''abc\n
if x
if x:\npass
if x:
if x:\n
if True\n    pass
if x == 1\n    y = 2
if x = 1:\n    pass
if x.y = 1:\n    pass
if f() = 1:\n    pass
while x = 1:\n    pass
while x\n    pass
while True:\nx = 1
for i in range(3)\n    pass
for i in range(3):\nprint(i)
for i in range(3) print(i)
for i range(3):\n    pass
for i:\n    pass
for i in:\n    pass
for f() in x:\n    pass
for 1 in x:\n    pass
for x, 1 in y:\n    pass
for x in y\n
for in x:\n    pass
def f()\n    pass
def f:\n    pass
def f(:\n    pass
def f(x:\n    pass
def f():\nreturn 1
def f():\n
def f(x)\n    return x
def f(x) return x
def (x):\n    pass
def f(x, x):\n    pass
def f(x=1, y):\n    pass
def f(x=1, y, z=2):\n    pass
def f(*):\n    pass
def f(*, **k):\n    pass
def f(**k, x):\n    pass
def f(**k, *a):\n    pass
def f(*a, *b):\n    pass
def f(*a=1):\n    pass
def f(**k=1):\n    pass
def f(/, x):\n    pass
def f(x, /, y, /):\n    pass
def f(*a, /):\n    pass
def f(x, /*):\n    pass
def f((x, y)):\n    pass
def f(x=):\n    pass
def f(1):\n    pass
def f("x"):\n    pass
def f(x.y):\n    pass
def f(None):\n    pass
def f(x y):\n    pass
def f(x,, y):\n    pass
def 1f():\n    pass
def class():\n    pass
class\n    pass
class C\n    pass
class C:\npass
class C(object)\n    pass
class C(:\n    pass
class C(x for x in y):\n    pass
class C(a, b=1, b=2):\n    pass
try:\n    pass
try:\n    pass\nx = 1
try:\npass
try\n    pass
try:\n    pass\nexcept:\npass
try:\n    pass\nexcept\n    pass
try:\n    pass\nexcept E\n    pass
try:\n    pass\nexcept E as\n    pass
try:\n    pass\nexcept E as e.x:\n    pass
try:\n    pass\nexcept A, B:\n    pass
try:\n    pass\nexcept A, B as c:\n    pass
try:\n    pass\nexcept:\n    pass\nexcept A:\n    pass
try:\n    pass\nfinally:\npass
try:\n    pass\nfinally\n    pass
try:\n    pass\nexcept E:\nx
try:\n    pass\nelse:\n    pass
try:\n    pass\nfinally:\n    pass\nexcept:\n    pass
with open(x) as f\n    pass
with open(x) as f:\npass
with open(x) as 1:\n    pass
with open(x) as f():\n    pass
with open(x), open(y)\n    pass
with (open(x) as f, open(y) as g)\n    pass
with:\n    pass
with x as:\n    pass
else:\n    pass
elif x:\n    pass
if x:\n    pass\nelse\n    pass
if x:\n    pass\nelse:\npass
if x:\n    pass\nelif y\n    pass
if x:\n    pass\nelif y:\npass
if x:\n    pass\nelif:\n    pass
if x:\n    pass\nelse if y:\n    pass
if x:\n    pass\nelse:\n    pass\nelse:\n    pass
while x:\n    pass\nelse\n    pass
while x:\n    pass\nelse:\npass
    x = 1
x = 1\n    y = 2
if x:\n    y = 1\n      z = 2
if x:\n    y = 1\n  z = 2
if x:\n        y = 1\n    z = 2\n  w = 3
if x:\n    y = 1\n\tz = 2
if x:\n\ty = 1\n        z = 2
def f():\n\tif x:\n        return 1
  # comment\n  x = 1
x =
x = \ny = 1
x +
x = 1 +
x = 1 + * 2
x = * y
x = *y
*x = 1
*x
*x, *y = z
a, *b, *c = x
[*a, *b] = x
*a, = *b
print(*)
print(**)
x = (*y)
x = (**y)
x == = 1
x => 1
x =< 1
x <> 1
x ! = 1
x != != 1
x === 1
x++
x--
++x = 1
x++ 1
1 = x
"a" = x
b"a" = x
f"a" = x
1.5 = x
None = 1
True = 1
False = x
... = 1
__debug__ = 1
f() = 1
f().x() = 1
f() = g() = 1
x = f() = 1
a + 1 = 2
a + b = c
-x = 1
not x = 1
a and b = 1
a or b = 1
a < b = 1
a if b else c = 1
lambda: x = 1
lambda x: x = 1
(x for x in y) = 1
[x for x in y] = 1
{x for x in y} = 1
{x: 1 for x in y} = 1
{1: 2} = 1
{1, 2} = 1
(a, 1) = x
(a, f()) = x
[a, 1] = x
a, 1 = x
a, b + 1 = x
() += 1
(a, b) += 1
a, b += 1
[a, b] += 1
f() += 1
1 += 1
x + 1 += 1
"a" += 1
x += = 1
x + = 1
x = += 1
(a, b): int = 1
[a]: int
a, b: int
f(): int
1: int
"a": 1
x: int = 
x: 
yield = 1
x = yield = 1
del f()
del 1
del x + 1
del (a, f())
del a, 1
del *a
del
del x y
del None
del (x)
del [x for x in y]
return 1
return
x = 1\nreturn x
class C:\n    return 1
if x:\n    return
break
continue
if x:\n    break
def f():\n    break
for i in x:\n    def f():\n        continue
while 1:\n    class C:\n        break
for i in x:\n    pass\nelse:\n    break
yield 1
x = yield
class C:\n    yield 1
yield from x
[(yield 1) for x in y]
lambda: (yield)
await x
def f():\n    await x
def f():\n    [(yield 1) for x in y]
f(a=1, 2)
f(**a, 1)
f(**a, *b)
f(a=1, *b, 2)
f(a=1, b)
f(a=1, a=2)
f(a=1, b=2, a=3)
f(x for x in y, 1)
f(1, x for x in y)
f(x for x in y, z for z in w)
f(x for x in y, a=1)
f(a.b=1)
f(a()=1)
f(1=2)
f("a"=2)
f(a+b=2)
f(True=1)
f(None=1)
f(a=b for b in c)
f(a=)
f(a=, b)
f(a==)
f(a, b=)
f(,)
f(a,,b)
f(a b)
f(a, b c)
f(a b, c)
f(a "x")
f("x" a)
f(1 2)
f(a.b c.d)
f(x=1 y=2)
f(a if b)
f(a if b else)
f(lambda x)
f(lambda x y: 1)
f(def)
f(a for)
f(a for b)
f(a for b in)
f(a for b in c if)
f(*)
f(a)(b c)
f(a[b c])
x = [1 2]
x = [1, 2 3]
x = [a b]
x = (a b)
x = {a b}
x = {a: b c: d}
x = {a: b, c d}
x = {a: b c}
x = {a: }
x = {a: b, c: }
x = {a: b, c}
x = {a: b, **}
x = {a, b: c}
x = {a: *b}
x = {**a for a in b}
x = {**a: 1}
x = {*a: 1}
x = {:}
x = {1:2, 3:4 5:6}
x = {'a': 1 'b': 2}
x = {'a' 1}
x = {'a': 1, 'b' 2}
x = [x, y for x in z]
x = [x, for x in z]
x = [x, y, z for x in w]
x = {x, y for x in z}
x = (x, y for x in z)
x = [*x for x in z]
x = (*x for x in z)
x = {*x for x in z}
x = [x for x in]
x = [x for x y]
x = [x for f() in y]
x = [x for 1 in y]
x = [x for x in y if]
x = [for x in y]
x = [x if y for x in z]
x = [x for x in y else 1]
x = [x for x, in 1 2]
x = [x := 1, 2 3]
x := 1
(x.y := 1)
(x[0] := 1)
(f() := 1)
(1 := 1)
((a, b) := 1)
f(a := 1, b.c := 2)
x = y := 1
[x := 1 for x in y]
[i := 0 for i in range(5)]
[[(i := 0) for j in range(5)] for i in range(5)]
[x for x in (y := z)]
class C:\n    [(x := 1) for y in z]
a if b
x = a if b
x = a if b else
x = (a if b)
x = a if b, c
x = 1 if 2 else
lambda x: 
lambda
lambda x=1, y: 1
lambda x, x: 1
lambda *: 1
lambda (x): 1
lambda x
lambda *a, *b: 1
lambda **k, a: 1
x[
x[]
x[1
x[1 2]
x[1, 2 3]
x[1:2:3:4]
x[1:2 3]
x[a=1]
x.
x.1
x..y
x.y.
x.if
x.(y)
.x
a.b c.d
a b
a b c
a 1
1 a
"a" b
a "b"
if a b:\n    pass
while a b:\n    pass
if a, b:\n    pass
if (a b):\n    pass
for x in a b:\n    pass
return x y
print "hello"
print x
print x, y
print 1
print "a" % b
print -1
print (1) (2) 3
print
    print "hello"
if x:\n    print "a"
exec "x"
exec x
print f(x)
print "a", file=x
print >>f, "x"
raise E, "x"
raise E from
raise from E
raise x y
assert
assert x,
assert x, y, z
assert x = 1
assert (x = 1)
assert x == 1, y = 2
import
import x,
import x.
import x as
import x as y.z
import x y
import 1
import *
import x from y
from
from x
from x import
from x import y,
from x import (y, z
from x import (y z)
from x import ()
from x import y z
from x import y as
from x import y.z
from x import (*)
from x import *, y
from import y
from . import
from x import a, b,
def f():\n    from x import *
global
global x.y
global 1
global x, 
nonlocal x
def f():\n    nonlocal x
def f():\n    x = 1\n    global x
def f():\n    print(x)\n    global x
def f(x):\n    global x
def f(x):\n    nonlocal x
def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x
def f():\n    x = 1\n    def g():\n        print(x)\n        nonlocal x
def f():\n    x: int = 1\n    global x
def f():\n    global x\n    x: int = 1
def f():\n    global x\n    nonlocal x
def f():\n    for x in y:\n        pass\n    global x
def f():\n    import x\n    global x
def f():\n    def g():\n        pass\n    global g
x = 1\nglobal x
print(x)\nglobal x
class C:\n    nonlocal x
def f():\n    class C:\n        nonlocal x
pass x
pass 1
break x
continue 1
x = 08
x = 0777
x = 00123
x = 012
x = 0o8
x = 0o
x = 0x
x = 0xg
x = 0b2
x = 0b
x = 0b12
x = 1_
x = 1__0
x = 1_000_
x = 1a
x = 1abc
x = 123abc
x = 1.5a
x = 1e
x = 1e5a
x = 1e+
x = 0x1g
x = 0b1a
x = 0o17z
x = 1_a
x = 1.2.3
x = 1..2
x = 5x + 3
x = 2y
1abc = 5
x = 3if 1else 2
x = 0_7
x = 1.e_5
x = 1e_5
x = $
x = ?
x = a ? b : c
x = !y
x = a!b
x = `a`
$x = 1
x = “abc”
print(‘a’)
x = 1 … 2
x = 5 – 3
x = 5 × 3
x = a　+ 1
x = 1\xa0+ 2
é = 1\nx = é é
x = €
x = 'é' + 1 2
x = 'é' $
x = \ 
x = 1 \ \n+ 2
x = 1 \y
x = \\
\
x = (1 + \
f"{"
f"{a"
f"{a b}"
f"{}"
f"{ }"
f"}"
f"{a}}"
f"{a!}"
f"{a!x}"
f"{a!r"
f"{a!r:"
f"{a!rr}"
f"{a:{b}"
f"{a:{b:{c}}}"
f"{!r}"
f"{:x}"
f"{a[}"
f"{a(}"
f"{a)}"
f"{a]}"
f"{(a]}"
f"{a\\n}"
f"{#}"
f"{a#}"
f"{'"
f"{lambda x: 1}"
f"{*a}"
f"{**a}"
f"{a = }" f"{"
f"{1 +}"
f"{a.}"
f"{a=!}"
f"{yield}"
f"{x = 1 2}"
f"{print x}"
x = f"{a b}" + 1
x = f"{f() = 1}"
"abc" b"def"
b"é"
b'abc' f'x'
"\x1"
"\xg"
"\u12"
"\U1234"
"\U00110000"
b"\x1"
"abc" + "\x1" + 1
x = 1; y = 2 3
x = 1;; y = 2
;
x = 1;\n    y = 2
if x: if y: pass
if x: y = 1\n    z = 2
if x: for i in y: pass
x = 1 if y: pass
@
@x
@x\ny = 1
@x y\ndef f():\n    pass
@x\n@\ndef f(): pass
@x def f(): pass
def f(): pass pass
def f(x) -> : pass
def f(x) -> int pass
def f(x): int: pass
class C: x y
class C.D: pass
class 1: pass
class C[T]: pass
x = class
x = if
x = for
x = def f(): pass
x = return
for = 1
class = 1
def = 1
if = 1
import = 1
None()  = 1
x.None = 1
x.True
in x
x in
x not y
x not in
x is
x is not
not
x = not
x and
x or or y
and x
x and and y
a, b = 
a, , b
, a
a,, b = 1
(a, , b)
(, a)
[, a]
[a, , b]
()=
() = 1 2
x = ()()(
x = )
x = (]
x = ([)]
x = {(}
x = ((1, 2), (3, 4)
x = [(1, 2), (3, 4]
x = np.array([1, 2, 3)
x = np.array([1, 2, 3\nprint(x)
x = np.zeros((2, 3)\nprint(x.shape)\ny = 2
a = conv(x, (1, 2)\nb = 3\nc = 4
def f(x):\n    y = (x + 1\n    return y
def f(x):\n    return x + (1\n\ndef g():\n    pass
x = dict(a=1\n  b=2)
x = [1,\n 2\n 3]
foo(a,\n    b\n    c)
x = {\n 'a': 1\n 'b': 2\n}
print("a" "b" c)
print("x =" x)
print("x =", x y)
print('it's)
print("He said "hi"")
print('a' + )
print(a +)
print(a; b)
print(a: b)
print a b
print(a) b
print(a))
print((a)
x = 5 if
x = "a" "b" 1
while True print(1)
while True: print(1) print(2)
while (x < 1: pass
if (x == 1:\n    pass
if x == 1):\n    pass
if x == (1 and y == 2:\n    pass\nz = 1
for i in range(10:\n    pass
for i in range(10)):\n    pass
def f(x, y:\n    return x
def f(x, y)):\n    return x
def f(x: int y): pass
def f(x, y) :\n  return x\n return y
def f():\n    x = 1\n  y = 2\n
if 1:\n  if 2:\n    x\n   y
if x:\n    pass\n  else:\n    pass
for i in x:\n    for j in y:\n    print(j)
def f():\n    '''doc\n    return 1
def f():\n    "doc
async x
match x:\n    pass
match x
match x y
case 1:
type X = int
x = 1 2 = 3
x, y = 1 2
a = b = c d
a.b = c d
a[b] = c d
a[b c] = d
a[b c]
(a b).c
a(b)(c d)(e f)
[a(b c), d e]
{a(b c): 1}
a((b c))
a(*b c)
a(**b c)
a(*b=1)
a(b, *)
a(b=1 for c in d)
a(b=c d)
a(b for b in c d)
a(b for b c)
a(b, c for d in e)
a(b.c for d in e, f)
a(b if c else)
f(**x, y=1, z)
f(*x, y=1, *z, w)
f(a, b=1, c, d=2)
f(a := b := c)
f(a = b = c)
f(a == b = c)
f(not a = b)
x = [a = 1]
x = (a = 1)
x = (a.b = 1)
x = {a = 1}
x = {a: b = 1}
x = [a, b = 1]
x = (a, b = 1)
x = [1 = a]
x = (1 = a)
x = (None = 1)
x = (a = b = c)
print(x = 1 y = 2)
x = "a\n
def f(a, (b, c)): pass
def f(a=1, /, b): pass
def f(a, *, b=1, c, **d): pass\nx = 1 2
def f(a, *b, c, a): pass
def f(a, **a): pass
def f(*a, a): pass
for x in *a, b: pass\nx y
return *a, b
for i in range(3):\nfor j in range(3):\n    pass
while 1:\n    x = 1\n\ty = 2
x = 1\n  \ty = 1
if 1:\n    x = (\n1\n  y
class C:\n    def f(self):\n    return 1
class C:\n    def f(self):\n        return 1\n   def g(self):\n        return 2
class C():\ndef f(self):\n    pass
def f():\n    return\n        x
x = lambda: return 1
x = lambda: x = 1
assert(x, "y") z
print(f"{x!z}")
print(f"{x:{y}")
print(f"{x}}")
print(f"{x")
print(f'{a['b']}')
print(f"{d["k"]}")
print(f"a {b c} d")
print(f"{a:.2f")
print("abc' )
print('abc")
print(abc")
print('abc)\nx = 1
print("%d" % x y)
x = a.b.c d.e
x = -
x = ~
x = 1 + (2 * 3
x = 2 ** 
x = 2 // 
x @ 
x @= 
x -> 1
x : = 1
x : int : float
x = y : z
def f(x):\n    x = 1 +\n    return x
def f(x):\nx = 1
def f(x) {\n}
if (x) {\n    y = 1;\n}
for (i = 0; i < 3; i++) {\n}
int x = 5
let x = 5
x = new Foo()
x = y;\nif (x) then y
if x then y
if x: y else: z
if x: y; else: z
elseif x: pass
x = true && false
x || y
!x
x = a ?? b
function f() {}
var x = 1
x = 5 // comment here
# ok\nx = = 1
def f(x):\n    """ + r'''"""doc"""''' + r"""\n    y = x x
from __future__ import foo
from __future__ import braces
x = 1\nfrom __future__ import division
"""

CASES = [line.replace("\\n", "\n").replace("\\t", "\t") for line in PROGRAMS.strip("\n").split("\n")]
CASES += [
    "x = '''abc\ndef", 'x = """abc', "x = 'a\\", "x = 1 \\", "x = 1 \\\n", "\\\n", "(\\\n", "x = 1 +\\\n\ny", "x = 'a\\\nb", "if x:\\\n",
    "\tx = 1", "x = 1\n\ty = 2", "if 1:\n\tx\n    y\n", "if 1:\n    x\n\ty\n", "if 1:\n        x\n\ty\n", "if 1:\n  if 2:\n\tx\n        y\n",
    "x = 1\x0c2", "x\x00y", "x = 1\r\ny = 2 3\r\n", "x = 1 2\ufeff", "x = \u200b1", "x = 1\u00a0+ 2", "\u00a0x = 1", "x = 'a\u00a0b' 1",
    "x = \u201cabc\u201d", "print(\u2018a\u2019)", "x = \u2026", "x = \U0001f600", "\U0001f600 = 1", "x = '\U0001f600' 1", "x = \u00b2", "x\u00b2 = 1", "x = \x01", "x = 1 \x7f",
    "(" * 201, "(" * 200 + ")" * 200 + " 1 2", "[" * 201 + "]" * 201,
    "\n".join(" " * i + "if 1:" for i in range(101)) + "\n" + " " * 101 + "x",
    "\n".join(" " * i + "for x in y:" for i in range(21)) + "\n" + " " * 21 + "x",
    "\n".join(" " * i + "while 1:" for i in range(20)) + "\n" + " " * 20 + "x y",
    "def f():\n" + "\n".join(" " * i + "with a:" for i in range(1, 22)) + "\n" + " " * 22 + "x",
    "f(**{'a': 1}, *x)", "f(x, **y, z)", "class C(a=1, b): pass", "class C(a b): pass",
    "def f(a):\n    def g():\n        nonlocal b\n", "def f():\n    def g():\n        nonlocal a\n    a = 1\n    return 1 2",
    "x = 1\n\n\n\ny = = 2\n\n", "if x:\n    # only a comment\ny = 1", "if x:\n    # only a comment", "def f():\n\n\n    # c\n\nx = 1",
    "def f():\n    if x:\n    y = 1\n", "def f():\n    if x:\n\n", "for x in y:\n    if z:\n        try:\n            pass\n    w\n",
    "try:\n    x\nexcept E:\n    y\nelse\n", "try:\n    x\n    y\nz", "if x:\n    try:\n        y\nelse:\n    z",
    "x = [\n1,\n2\n\nprint(x)\n", "x = f(1,\n  2\ny = 3\n", "x = {\n'a': [1, 2,\n'b': 3}\n", "x = (\n    'abc\n)", "def f(:\n    pass\nx = (", "x = 5 5\ny = 'abc", "x = 5 5\ny = (1", "x = (5 5\ny = 1\n", "x = (\n5 5\ny = 1\n", "x 1\n$\n", "x 1\n  y\n z\n", "x = 5 5\ny = 1)\n", "f(a=1, 2)\nx = '", "x = 1 1\nif y:\n  z\n q", "return 1\nx = 'a", "return 1\nbreak", "break\nreturn 1\nnonlocal x", "f(a=1, a=2)\nnonlocal x", "x = 1\ndef f(a, a): pass\nreturn 1",
    "global x\nx = 1\ndef f():\n    nonlocal x", "def f():\n    [x := 1 for x in y]", "def f():\n    global x\n    def g():\n        nonlocal x", "class C:\n    x = 1\n    global x", "class C:\n    x = 1\n    def f(self):\n        nonlocal x",
    "lambda x: (yield) = 1", "def f():\n    x = yield = 1", "def f():\n    yield x = 1", "def f():\n    (yield x) = 1", "def f():\n    return yield", "def f():\n    yield from", "def f():\n    x = yield y z", "def f():\n    return x y", "def f():\n    return = 1", "def f():\n    del x, f()",
    "def f():\n    print 'a'\n", "x = {'a': 1,\n 'b': 2\n 'c': 3}", "x = ['a'\n'b' c]", "f('a', 'b' 'c' d)", "f(a, 'b' c)", "f(a.b 'c')", "f(1 if 2 else 3 4)", "f(not a b)", "f(-a b)", "f(a + b c)", "f(a < b c)", "f(a and b c)", "f(lambda: a b)", "f((a) b)", "f([a] b)", "f(a[0] b)", "f(a b c)", "f(a) (b c)", "f(a 'b' c)", "f(a if b else c d)", "f(a, b if c d)", "f(match x)", "f(print x)", "f(print 'a')", "f(exec x)", "f(a print b)", "f(_ x)", "f(case x)", "f(a lambda: b)", "f(a not b)", "f(a -b c)", "f(a yield)", "f(a, (b c))", "f(a for b in c d)", "f(a, b for c in d e)", "f(a\n  b)",
    "x = a if b else c d", "(a if b c)", "(a if b else c d)", "[a if b, c]", "[a if b]", "{a if b: c}", "{a: b if c}", "if a if b: pass", "x = (a if b:\n", "print(a if b, c)",
    "def f(a, b):\n  c = a +* b\n  return c\n", "import numpy as np np", "import numpy as np as x", "from numpy import array as a as b", "import numpy.linalg as", "from . x import y", "from .. import x y", "from ...x import", "import .x", "from x import y as z.w", "from x import 1", "from x import y, 1", "from x import (a as)", "from 1 import x", "from x.y. import z",
    "with open('f') as f, open('g') as\n    pass", "with (a, b) as c d: pass", "with (a as b, c as d) as e: pass", "with a as b c: pass", "with a b: pass", "with (a as 1): pass", "with (a as b): x y", "with (a, b): x y", "with (a b): pass", "with (a): x y", "with a as (b, 1): pass", "with a as b, c as f(): pass", "with a as b:", "with a, b:\npass", "with (a as b, c as d):\npass", "with (a as b,):\nx",
    "for x in y: pass\nelse: z w", "for x, y: pass", "for (x, y: pass", "for x in (y: pass", "for x.y() in z: pass", "for x + 1 in y: pass", "for not x in y: pass", "for *x in y: pass", "for x in *y: pass", "for x in y z: pass", "for x in y = z: pass", "for x = 1 in y: pass", "for x in range(3):", "for lambda in y: pass", "for None in y: pass", "for (x) y in z: pass", "for x in\n    pass", "for i = 0 to 3:\n  pass", "for x of y: pass", "for each x in y: pass",
    "while: pass", "while x y: pass", "while x: y z", "while (x: pass\ny", "while x = y: pass", "while not x = y: pass", "while True:", "while x = 1 and y: pass", "if x = 1 and y == 2: pass", "if x == 1 and y = 2: pass", "if x = 'a': pass", "if not x = 1: pass", "if x and y = 1: pass", "if x[0] = 1: pass", "if (x = 1): pass", "if x = 1 y: pass", "if x = 1\n  pass", "if x := 1 y: pass", "if x := : pass", "if x.y := 1: pass", "if x ==: pass", "if == x: pass", "if x = = 1: pass", "if x: pass elif y: pass", "if x: pass\nelif y z: pass", "if x: pass\nelif y = 1: pass", "if x: pass\nelse y: pass", "if x: pass\nelse: y z", "if x > 1 && y: pass", "if x > : pass", "if x is y is: pass", "if (x, y = 1): pass", "if x in y z: pass", "if : pass", "if x, y: pass", "if x;\n  y", "if x: ;", "if x:;", "if x\n\n\ny", "if x and\n  y: pass", "if x +: pass",
    "try: x\nexcept E as 1: y", "try: x\nexcept E as e: y z", "try: x\nexcept E e: y", "try: x\nexcept E, F: y", "try: x\nexcept (E, F) as e y: z", "try: x\nexcept E as e\n  y", "try: x\nfinally: y z", "try: x\nelse: y\nexcept: z", "try x: pass", "try: x y\nexcept: z", "try:\n  x\nexcept:\n  y\nfinally", "try:\n  x\nexcept E as e:\ny", "try:\n  x\nexcept:\n\n", "try:\n    x = 1\n    y = 2 3\nexcept: pass", "try:\n  x\nexcept E:\n  y\nexcept:\n  z\nexcept F:\n  w", "try:\n  x\nexcept = 1:\n  y", "except E:\n  pass", "finally:\n  pass", "try: pass\nexcept E: pass\nelse:\n", "try:\n", "try:",
    "class C(a, b: pass", "class C(): x = 1 2", "class C(a for a in b, c): pass", "class C(*): pass", "class C(a=1, *b, c): pass", "class C:", "class C(A):\n\n\nx = 1", "class C: pass pass", "class C\n", "class: pass", "class C D: pass", "class C(D) E: pass", "class C = 1", "class C():\n    x = 1\n     y = 2", "class C(a=1, a=2): pass", "class C(True=1): pass",
    "def f(a, b): return a b", "def f(a, b):\n    '''doc'''\n    return a b", "def f() -> x y: pass", "def f(a: int = 1, b: int): pass", "def f(a: b c): pass", "def f(a=b c): pass", "def f(a = 1 b = 2): pass", "def f(*args, **kwargs, a): pass", "def f(**kwargs, **more): pass", "def f(*, a, *b): pass", "def f(*, *, a): pass", "def f(*a, **k,): x y", "def f(a, /, /): pass", "def f(*, /): pass", "def f(a, *, /): pass", "def f(a,): x y", "def f(,): pass", "def f(a;b): pass", "def f(a):", "def f(a): # c\n# d\nx = 1", "def f(self.x): pass", "def f(a[0]): pass", "def f(*1): pass", "def f(**1): pass", "def f(a) = 1", "def f(a, b) c: pass", "def f a: pass", "def f\n  pass", "def f(a):\n pass\n  pass", "def\n", "def f(True): pass", "def f(a, True): pass", "def f(a=1, *, b=): pass", "def f(a, b=1, *c, d): x y", "def f(a=1, b, *c): pass", "def f((a)): pass", "def f(a, (b)): pass", "def f((a, b), c): pass",
    "lambda a=1, b: a", "lambda a, a: a", "lambda *a, **a: a", "lambda a b: a", "lambda a: a b", "(lambda a: a b)", "lambda: = 1", "lambda (a, b): a", "lambda a, (b): a", "lambda **k, a: a", "lambda *a=1: a", "lambda **a=1: a", "lambda a=: a", "lambda /, a: a", "lambda a, /, /: a", "lambda *, /: a", "lambda *: a", "lambda *, **k: a", "lambda a: yield", "lambda a.b: 1", "lambda 1: 1", "lambda a, : = 1", "f(lambda a=1, b: a)", "lambda a, *b, *c: a", "lambda a\n", "x = lambda a, b c: a",
    "x = 1__1", "x = 0x_", "x = 0x1_", "x = 0b_2", "x = 0b1_2", "x = 0o1_8", "x = 0b1_", "x = 09.5 1", "x = 09", "x = 0_", "x = 00 0", "x = 01", "x = 0001", "x = 0a", "x = 0e", "x = 0.a", "x = .5a", "x = 1.0e+a", "x = 1e1e1", "x = 1.0_", "x = 1.0__1", "x = 1_.0", "x = 100_000_", "x = 12abc34", "x = 1in y", "x = 1and 2 3", "x = 0xfor 3", "x = 1or", "x = 1 if 1else", "x = 1for", "x = 1é", "x = 1_é", "x = 123456789a + 1", "x = 1l", "x = 10L", "x = 0xFFL", "x = 017", "x = 0b102", "x = 0o18", "x = 1e5j5", "1.real", "1.foo()", "x = 1.foo", "x = 1..foo bar", "x = 1 .foo bar", "x = 9" + "9" * 5000 + " 1",
    "x = 'a' 'b\n", "x = b'\u00e9'", "x = b'a' 'b'", "x = 'a' b'b' c", "x = ur'a'", "x = bu'a'", "x = rb'a' 1", "x = fb'a'", "x = '\\N'", "x = '\\N{'", "x = '\\N{}'", "x = '\\u'", "x = '\\U'", "x = '\\x'", "x = 'abc\\xz'", "x = f'\\x'", "x = f'{a}\\x1'", "x = f'{a}\\N'", "x = b'\\x'", "x = b'ab\\xz'", "x = '''\n\\x1'''", "x = 'é\\x1'", "x = (1,\n '\\x1')",
    "f'{a b}'", "f'{a\nb}'", "f'''{a\nb c}'''", "x = f'{'", "x = f'{a:{'", "x = f'{a:}}'", "x = f'{{}'", "x = f'{a!r:{b!x}}'", "x = f'{a:{}}'", "x = f'{a!}'", "x = f'{a! r}'", "x = f'{a!r }'", "x = f'{a !r}'", "x = f'{a=!r:>10'", "x = f'{a:{b:{c:d}}}'", "x = f'{(}'", "x = f'{)}'", "x = f'{[)]}'", "x = f'{a[b}'", "x = f'{\"a}'", "x = f'{a\\\\}'", "x = f'{=}'", "x = f'{,}'", "x = f'{a,}' 1", "x = f'{a=b}'", "x = f'{a:=1} {b c}'", "x = f'{a!=b!x}'", "x = f'{a' 'b'", "x = 'a' f'{b' 'c'", "x = (f'a'\n f'{b c}')", "x = f'{del x}'", "x = f'{f(a b)}'", "x = f'{x for x in y}' 1", "x = f'{1a}'", "x = f'{a.1}'", "x = f'{\u00e9 \u00e9}'", "x = f'{a:{b c}}'", "x = f'{a}{b c}'", "x = f'{$}'", "x = f'{a b' + 1", "x = f'{return 1}'", "x = f'{a := 5}' 1", "x = f'{(a := 5 6)}'", "x = f'{lambda: 1}'", "x = f'{lambda x:1}'", "x = f'{(lambda x:1 2)}'", "x = f'{a!s!r}'", "x = f'{ !r}'", "x = f'{await x}'",
    "x = [a, b for a in c]", "x = [(a, b) for a, b c in d]", "x = [a for a in b c]", "x = [a for a in b, c]", "x = [a for a in b if c d]", "x = [a for a in b if c else d]", "x = [a for a, b + 1 in c]", "x = [a for a.b() in c]", "x = [a for (a, 1) in c]", "x = {a: b, c for a in d}", "x = {a: b for a, in c d}", "x = {a: b for a}", "x = {a for a in b, c}", "x = (a for a in b, c)", "x = (a, for a in b)", "x = f(a, for a in b)", "x = [a b for a in c]", "x = [a for a = 1 in c]", "x = [a = 1 for a in c]", "x = [a, b, for a in c]", "x = {a:b, c:d for a in e}", "x = {**a for b in c}", "x = {**a, b}", "x = {a: b, *c}", "x = {*a, b: c}", "x = {a: b, c: d e}", "x = {a: b, c = d}", "x = {a = b, c = d}", "x = {a: b: c}", "x = {a:b, :c}", "x = {a:b,, c:d}", "x = {, a:b}", "x = {a b: c}", "x = {a: lambda: b c}", "x = {'a': 1, 'b': }", "x = {'a': , 'b': 1}", "x = {'a':\n 1,\n 'b'\n: 2 3}", "x = {1, 2: 3}", "x = {a.b c: 1}", "x = {a: yield}", "x = {**a b}", "x = {a if b: c}",
    "x.y = = 1", "x.y.z = 1 2", "x[0] = = 1", "x[0] 1", "x[0]. = 1", "x[0:1, 2 3]", "x[a for a in b]", "x[*a b]", "x[*a]  y", "x[**a]", "x[a:=1, b c]", "x[:, :, 1 2]", "x[1:2, ::3 4]", "x[...  1]", "x[1,, 2]", "x[1;2]", "x[1:2:]] = 1", "x[[1, 2]", "x[(1, 2]", "x[1, 2", "x[1, 2\ny = 3", "x[a b].c", "x[not]", "x[a:b:c:d]", "x[lambda: 1 2]", "x[a=b]", "x[:=1]", "x[a, b=1]", "x{1}", "x{'a'}", "x(1){2}",
    "x = yield 1\ny = 1 2", "x = 1,\ny = 1, 2 3", "x = 1, = 2", "x, = 1 2", "x = y = = z", "x = y, z w", "x += y z", "x += y += z", "x += y = z", "x -= ", "x *= * y", "x **= 2 3", "x //=", "x >>= >> 1", "x <<== 1", "x ^= ^", "x |= |", "x &&= y", "x ||= y", "x ?= y", "x .= y", "x =+ 1 2", "x =- ", "x %= % 2", "x @= @", "x +=+ 1 2", "x != 1 2", "x : int = 1 2", "x : int y", "x.y : int z", "x[0] : = 1", "(x) : int y", "(x : int)", "x = (y : int)", "print(x : int)", "x: int, y: int", "x, y: int = 1", "x: int = y = z", "x: int += 1", "x: yield", "x: int = yield z w", "*x: int", "*x += 1", "x = *y z", "x = *y, *z w", "x = y, *z = w v", "*a, b = c d", "(*a, b) = c d", "(*a), b = c", "*(a) = b", "*a.b() , c = d", "*1, = x", "*a = b, c", "[*a] = b c", "*a, *b", "x = *a", "x = (*a, )  b", "*a or b", "f(*a or b c)", "print(*a, *b c)", "del *a, b", "del (*a, b)", "del a.b, c[0], d()", "del a +", "del a b", "del (a b)", "del [a, 1]", "del (a), (b + c)", "del a := 1", "del 'a'", "del {}", "del ()  x", "del lambda: 1", "del a if b else c", "del not a", "del -a", "del a < b", "del f(x), y", "del None", "del True", "del ...", "del __debug__", "del a = 1", "del a,, b", "del ,a",
    "assert x y", "assert x, y z", "assert", "assert x,, y", "assert, x", "assert x = y", "assert x; y z", "assert(x y)", "raise", "raise x,", "raise x, y", "raise x from y z", "raise x from", "raise x as y", "raise = 1", "raise x; y z", "raise ValueError 'a'", "raise ValueError('a' b)", "raise ValueError(f'a {b c}')", "pass;;", "pass; x y", "pass = 1", "break = 1", "return(1", "global x y", "global x = 1", "global (x)", "nonlocal", "nonlocal x y", "nonlocal 1", "global x; x y", "global x:int", "import a.b.c d", "import a, b c", "import a; b c", "import (a)", "import 'a'", "import a = b", "import a.b as c d", "from a import b c", "from a import b, c d", "from a import (b, c d)", "from a import (b, c", "from a import (b, c\nx = 1", "from a import b; c d", "from a import b = c", "from a import b.c", "from a.b import c as d e", "from a import", "from a import (", "from a import ( )", "from a import * as b", "from a import b as *", "from a import (b,) c", "from a import b, ", "from . import", "from .a import b,\nx", "from a import if", "import if", "import a as if", "from if import a",
    "@a\n", "@a\n\nx = 1", "@a b\ndef f(): pass", "@a\nclass C\n    pass", "@a\n    def f(): pass", "@a\ndef f(): x y", "@a, b\ndef f(): pass", "@a = 1\ndef f(): pass", "@a := b c\ndef f(): pass", "@\ndef f(): pass", "@1 2\ndef f(): pass", "@a.b(c d)\ndef f(): pass", "@a\n@b\nx", "@a; def f(): pass", "x @a y",
    "if x:\n    y = 1\n    z = 2 3\nw = 4", "def f():\n    def g():\n        x = (1,\n        return x\n    return g", "def f():\n    x = [1, 2\n    y = 3\n    return x", "a = 1\nb = 2\nc = (a + b\nd = 4\ne = 5\n", "a = 1\nb = 'x\nc = 2", "x = \"it's\" y", "x = 'it's'", "x = 'a' + 'b", "x = 'a', 'b', c'", "print('a', 'b', 'c)", "print('x: ', x', y)", "x = \"\"\"a\"\"\" \"\"\"b", "x = '''a''' '''b\nc\nd", "'''a\nb\n'''  c", "x = 'a'b", "x = 'a'1", "x = a'b'", "x = 1'a'", "x = f'a'b", "s = 'a\\'", "s = r'a\\'", "s = '\\", "s = '''a\\'''", "s = '''a''", "s = ''''''a", "s = ''''a", "s = '''''",
]

CASES += [
    "{'a': 1, x y: 2}", "{'a': 1, (x y)}", "{'a': x y, 'b' x}", "{x:y, z w:v}", "{x:y, zz if w}", "{x:y, z.w = 1}", "{x: y, z := 1}", "{x: y = 1, z: 2}", "f(**x y)", "f(a, **x y)", "f(a=1, xx yy)", "f(*x y)", "f(a, *x y)", "f(a=1, *)", "f(**b, *)", "class C(a=1, **b, *c): pass", "if x {\n    y = 1;\n}", "while (x) {\n  y = 1\n}", "if x {y: 1}", "for x in y {z = 1}", "def f() {x = 1}", "x {y = 1}", "x [y = 1]", "if x [y = 1]:\n pass", "x = {\n y = 1\n}", "match x:\n  pass", "match x:\n  case", "match x y:\n case 1: pass", "match (x y):\n case 1: pass", "match = 1 2", "match x.y z", "match [a b]", "match (x):\n  pass", "match x, y:\n pass",
    "(x) {y = 1}", "if (x) {y}", "1 {y = 1}", "if (x) {y z}", "if (x) {f(a b)}", "if (x) {y:z w}", "f((x) {y = 1})", "if (x) {f() = 1}", "if (x) {print y}", "if (x) {\n print(y)\n}", "if (x) {\n return y;\n} else {\n z\n}", "while x < 3 {\n x = x + 1\n}", "1 (a b)", "a = (x) {y=1}",
    "f() = 1 +", "x.y = 1 or", "if x = y.:\n  pass", "if x = 1 +:\n  pass", "if x = y <:\n  pass", "x = y <", "x = y in", "x = y and", "x = y.", "x = y.z.", "x = y[", "x = y[1", "x = not", "x = y ** ", "x = -", "x = y if z else w else v", "x = y if z else", "print(x.)", "print(x +)", "print(x if)", "print(x, y.)", "(x.)", "[x +]", "{x <}", "x = f(y).", "x = f(y) +", "x, y = 1 +", "x, y = z.", "x, f() = 1", "f(), x = 1 +", "[f()] = 1", "[x, f()] = y +", "(f()) = 1", "((f(), x)) = 1", "f()() = 1", "f().x, g() = 1", "x.y, z() = 1", "x if y = 1", "x or y = 1", "not x = 1", "x < y = 1", "lambda: x = y = 1", "x = lambda: y = 1", "f(lambda: x = 1)", "f(x, lambda y: y = 1)", "f(x if y else z = 1)", "[x if y else z = 1]", "x = [y = 1 for z in w]", "x = (y for z in w = 1)", "x = {y: z = 1}", "x = {y = 1: z}", "x[y = 1]", "x[y = 1:2]", "x[1:y = 2]", "x[y.z = 1]", "x[f() = 1]", "x[1 = 2]", "f(x[y = 1])", "(x, y = 1)", "(x = 1, y)", "(x.y = 1, z)", "[x.y = 1]", "[f() = 1]", "[1 = 1]", "if 1 = 1: pass", "if 'a' = x: pass", "if x + 1 = y: pass", "if x == 1 = y: pass", "if x and y = 1 and z: pass", "if (x and y) = 1: pass", "if x() = y() = z(): pass", "if x = y = z: pass", "if (x, y) = z: pass", "if [x] = y: pass", "if {x} = y: pass", "if None = x: pass", "if True = x: pass", "if -x = y: pass", "if not x = y: pass", "if lambda: x = y: pass", "if x if y else z = w: pass", "elif x = 1: pass", "while x.y = 1: pass", "while x[0] = 1: pass", "while f(x) = 1: pass", "return x = 1", "assert x = y, z", "assert x.y = 1", "del x = 1", "raise x = 1", "import x = 1", "for x in y = 1: pass", "for x = y: pass", "for x() = 1 in y: pass", "with x = y: pass", "with open(x) = f: pass", "with x() as y = 1: pass", "except x = 1: pass", "lambda x = : 1", "print(x = )", "print(x == )", "print(= x)", "print(x = y = z)", "print(x() = y() = z)", "print(x, y = )", "print('a' = x)", "print('a' 'b' = x)", "print(f'a' = x)", "print([x] = y)", "print((x) = y)", "print(x, (y) = z)", "print(x.y = 1, z)", "print(*x = y)", "print(**x = y)", "print(x := y = z)", "print(x for x in y = z)", "print(True = x)", "print(x, None = 1)", "print(lambda = 1)", "print(if = 1)", "print(class = 1)", "f(in=1)", "f(from=1, to=2)", "f(x, lambda=1)", "f(x.y, is=2)",
    "x = 1\ny = x +\nz = 2", "x = [1,\n2,\n3\ny = 4\nz = 5", "x = (\n  1,\n  2\n\ndef f():\n  pass", "def f(x,\n      y:\n  return x", "def f(x)\n\n\n  return x", "def f(x):\n\n\nreturn x", "class A\n\n  x = 1", "if x:\n\n\ny = 1\n", "if x: # c\n# d\n\ny = 1\n", "for i in x: # c\nprint(i)", "while x: \\\n\ny", "try: # c\nx", "def f():\n  if x:\n    y\n  else:\n  z", "def f():\n  for x in y:\n  z", "def f():\n  while x:\n  z\n", "def f():\n  try:\n  x\n  except:\n    y", "def f():\n  try:\n    x\n  except:\n  y", "def f():\n  try:\n    x\n  finally:\n  y", "def f():\n  with x:\n  y", "def f():\n  def g():\n  x", "class A:\n  class B:\n  x", "class A:\n  def f(self):\n  x = 1\n", "if x:\n  elif y:\n    z", "if x:\n  y\n else:\n  z", "if x:\n  y\n  else:\n  z", "for x in y:\n  z\n  else:\n    w", "def f():\n  x\n  elif y:\n    z", "try:\n  x\n  except:\n    y", "try:\n  x\n y\nexcept:\n  z", "if x:\n\ty\n  z", "if x:\n  y\n\tz", "def f():\n    x = 1\n\ty = 2\n", "def f():\n\tx = 1\n    y = 2\n", "  def f():\n    pass", "\nif x:\n y\n  z\n", " # c\n x", "x = 1\n # c\n  y = 2", "x\n  # c\ny z", "if x:\n    y\n# c\n   z\n", "if x:\n    pass\n\n\n  \n   y", "if x:\n    y = 'a\n    z", "if x:\n    y = (1\n    z", "x = 'a' +\n'b'", "x = ['a',\n'b'\n'c' d]", "x = f(1)(2 3)", "x = a[1](2 3)", "x = a.b(c d)", "x = (a b) + (c d)", "x = a(b(c(d e)))", "x = [[1, 2], [3 4]]", "x = [[1, 2], [3, 4], [5, 6]", "x = np.array([[1, 2], [3 4]])", "x = np.array([[1, 2] [3, 4]])", "x = np.array([1 2 3])", "x = np.array([1., 2. 3.])", "x = np.zeros(3 4)", "x = np.zeros((3 4))", "x = np.zeros((3, 4)", "x = np.zeros(3, 4))", "A = np.array([1, 2], [3, 4]]", "print(x[0)", "print(x[0]", "print(x(0])", "print('x', x))", "print ('x' x)", "print('x' + x y)", "print('a', 'b' 'c', d e)", "print(\"a\", b c, d)", "print(a, b)c", "print(a, b) c", "print(a, b)) c", "print(\"hello)", "print(hello\")", "print('hello\")", "print 'a', 'b'", "print a, b", "print a.b", "print a[0]", "print f(x)", "print not x", "print lambda: 1", "print x if y else z", "print x; y z", "print (x), y z", "print x y", "print 'x' % y z", "print >> x, y z", "print -x y", "if x: print y", "x = print y", "f(print y)", "[print y]", "lambda: print y", "exec 'x' in y", "exec x, y",
    "def conv_forward(A_prev, W, b, hparameters)\n    return Z", "def conv(A_prev W):\n    pass", "for h in range(n_H)\n    for w in range(n_W):\n        pass", "for h in range(n_H):\nfor w in range(n_W):\n    pass", "    for h in range(n_H):\n        pass", "for h in range(n_H):\n    vert_start = h * stride\n     vert_end = vert_start + f", "for h in range(n_H):\n    vert_start = h * stride\n   vert_end = vert_start + f", "Z[i, h, w, c] = conv_single_step(a_slice_prev, W[..., c], b[..., c]", "Z[i, h, w, c = 1", "Z[i h, w, c] = 1", "Z[i, h, w, c) = 1", "n_H = int((n_H_prev - f + 2 * pad) / stride + 1\nn_W = 2", "n_H = int((n_H_prev - f + 2 pad) / stride) + 1", "n_H = int((n_H_prev - f + 2pad) / stride) + 1", "assert(Z.shape == (m, n_H, n_W, n_C)", "(m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape", "m, n_H_prev = A_prev.shape = 1 2", "W, b = None None", "dW = np.zeros((f, f, n_C_prev, n_C)\ndb = 1", "X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant' constant_values=(0, 0))", "X_pad = np.pad(X, ((0, 0), (pad, pad), (pad pad), (0, 0)), 'constant')", "a_slice = A_prev_pad[i, vert_start:vert_end horiz_start:horiz_end, :]", "Z = None # GRADED\n### START CODE HERE ###\n  Z = 1", "cache = (A_prev, W, b, hparameters", "return Z, cache", "if mode == 'max'\n    A = 1", "if mode = 'max':\n    A = 1", "if mode == 'max':\n    A = 1\nelif mode = 'average':\n    A = 2", "if mode == 'max':\n    A = 1\nelse mode == 'average':\n    A = 2", "if mode == \"max':\n    A = 1", "if mode == max:\n    A = 1\n    else:\n    A = 2", "hparameters = {'pad': 2 'stride': 1}", "hparameters = {'pad' = 2, 'stride': 1}", "hparameters = {'pad': 2, 'stride' = 1}", "hparameters = {pad = 2, stride = 1}", "hparameters = {'pad': 2, 'stride': 1", "hparameters['stride' = 1", "stride = hparameters['stride'", "stride = hparameters[stride']", "stride = hparameters('stride']", "s = np.multiply(a_slice_prev, W\nZ = np.sum(s)\nZ = Z + float(b)", "Z = np.sum(s) + float b", "Z = float(b", "Z += 1 2", "Z =+ 1 2", "Z + = 1", "Z++;", "Z = Z ++ 1 2",
]


def describe(program):
    try:
        compile(program, "<cell>", "exec", dont_inherit=True)
    except SyntaxError as error:
        lines = program.replace("\r\n", "\n").replace("\ufeff", "").split("\n")
        own = error.lineno and 0 < error.lineno <= len(lines)
        if own and error.text is not None:
            # Inside an f-string CPython counts from a made-up line, "(a b)".
            own = error.text.rstrip("\r\n") == lines[error.lineno - 1]
        return type(error).__name__, error.msg, str(error.lineno) if own else "-", str(error.offset) if own else "-"
    except (ValueError, MemoryError, RecursionError) as error:
        return type(error).__name__, str(error), "-", "-"
    return None


if __name__ == "__main__":
    with Golden(__file__, "syntax_errors.txt") as golden:
        seen = set()
        for program in CASES:
            if program in seen:
                continue
            seen.add(program)
            result = describe(program)
            if result is None:
                print("valid:", repr(program))
            else:
                golden.case(program, *result)
