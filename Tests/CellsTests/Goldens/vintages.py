"""Writes vintages-3.6.txt or vintages-3.7.txt: what programs print under the older versions that notebooks were made
with, and how they end. A case a line: the program, what it printed, the error or nothing.

    python3.6 -m venv old && old/bin/pip install numpy==1.11.3     (the versions of 2017 and 2019)
    python3.7 -m venv old && old/bin/pip install numpy==1.18.4     (of 2021)
    old/bin/python Tests/CellsTests/Goldens/vintages.py

The numbers are printed in the styles of those versions. The programs stand here because no script that needs
CPython 3.11 could record them.
"""

import contextlib
import io
import os
import sys
import warnings

import numpy as np

PROGRAMS = r'''
print(np.zeros((2, 3.0)).shape, np.ones((2, np.float64(3))).shape, np.empty((1, 2.7)).shape)
print(np.zeros(3.0).shape)
print(np.full((2, 3.0), 1.5))
print(np.arange(6).reshape(2.0, 3))
print(np.arange(6).reshape((2.0, 3)))
np.random.seed(1); print(np.random.randn(2.0, 2))
np.random.seed(1); print(np.random.normal(size=(2.0, 2)).shape, np.random.rand(1.0, 2).shape)
print(np.arange(6)[2.0], np.arange(6)[np.float64(2)], np.arange(6)[-1.0])
print(np.arange(6)[1.0:3.0], np.arange(6)[1:np.float64(3)], np.arange(6)[:3.7])
print(np.arange(12).reshape(3, 4)[1.0, 2], np.arange(12).reshape(3, 4)[1.0:2, 2], np.arange(12).reshape(3, 4)[1.9])
x = np.zeros((2, 2)); x[1.0, 0] = 5; x[0:1.0] = 2; print(x)
print(np.ones((2, 5, 5, 1))[0, 0.0:4.0, 1:3.5, :].shape)
print(np.sum(np.ones((2, 2)), axis=1.0))
print([1, 2, 3][1.0])
print([1, 2, 3][0:1.0])
print(list(range(3.0)))
print(np.pad(np.ones((1, 1)), 1))
print(np.pad(np.ones((1, 1)), 1, 'constant'))
print(np.pad(np.ones((1, 1)), 1.0, 'constant'))
Z = 1.5; b = np.ones((1, 1, 1)); print(np.sum([Z, b], dtype=np.float64))
print(np.sum([1.5, np.ones((1, 1, 1))]))
print(np.sum([np.ones((1, 1, 1)), 1.5]))
print(np.sum((1.0, np.ones((2,)))))
print(np.sum([np.ones((2, 2)), np.ones((1, 1, 1))]))
print(np.sum([np.ones(2), np.ones(2)]))
print(np.array([1.0, np.ones((1, 1))], dtype=float))
print(np.array([[1, 2], [3]], dtype=float))
print(np.array([1.0, np.ones(2)], dtype=float))
x = np.float64(np.array([[[1.5]]])); print(x, type(x) == np.float64)
print(type(np.float64([1.5])) == np.ndarray, type(np.float32(np.array([[1.5]]))) == np.ndarray)
print(np.float(3), np.int(3.7), np.bool(0), np.object is object, np.str is str, np.long is int)
print(np.zeros(2, dtype=np.float), np.zeros(2, dtype=np.int), np.ones(1).astype(np.bool))
print(np.asscalar(np.array([2.5])))
print(np.rank(np.zeros((2, 2))))
print(np.ones(2) == np.ones(3), np.ones(2) != np.ones(3))
z = np.zeros((2, 3)); z[0, 0] = np.ones((1, 1)); print(z)
print(float(np.ones(2)))
print(int(np.ones(2)))
print(np.arange(6)[5, 5])
x = np.ones((2, 3)); x[0, 1, 2] = 1
print(np.array(1)[0])
z = np.zeros((2, 3)); z[0] = np.zeros(2)
z = np.zeros((2, 3)); z[0, 0] = np.zeros(2)
z = np.zeros((2, 3)); z[0, 0] = [1, 2]
np.reshape(np.zeros(6), (4, 2))
np.zeros((2, 3)) + np.zeros((3, 2))
np.dot(np.zeros((2, 3)), np.zeros((2, 3)))
np.foo
np.zeros(2, 3)
np.ones(2, 3, 4)
np.zeros(10, 4, 4, 8)
np.empty(2, 3, 4, 5)
np.ones(2, 3, 4, 5)
np.array(1, 2, 3)
np.array(1, 2)
np.zeros((2, 'a'))
np.zeros((None, 2))
np.random.randn((2, 3))
np.random.randn(None)
x = np.zeros((2, 3)); x += None
x = np.zeros((2, 3)); x[0:1] *= None
x = np.zeros((2, 3)); x[0, 0] += None
x = np.zeros((2, 3)); x[0] = None; print(x)
np.ones(2) + None
np.ones((2, 2)) @ np.ones((2, 2)) * {}
np.ones(2)[:, 0]
np.pad(np.ones((2, 2)), ((0, 0), (1, 1)), 'constant', constant_values=(..., ...))
None.shape
(1, 2).shape
np.max(np.zeros((0, 3)))
a, b = None
a, b = 1
a, b = np.float64(1)
(a, b, c) = np.zeros((2, 3)).shape
for i in None: pass
def f():\n    print(q)\n    q = 1\nf()
def f():\n    def g():\n        return q\n    g()\n    q = 1\nf()
print('a' + 1)
print('a' + np.ones(1).shape)
int(None)
float(None)
float([1])
int([1])
1 + 'a'
undefined
def f(a): pass\nf()
def f(a): pass\nf(1, 2)
x = (1
x = [1, 2\ny = 3
x = 'a
x = \\'\\'\\'abc
if 1:\nx = 1
def f():\nreturn 1
x = = 1
print(1 2)
1 = x
f() = 1
if x = 1: pass
for i in range(3)\n  pass
if 1\n  pass
print(1))
x = (1]
x = “a”
   x = 1
if 1:\n    x\n  y
x = 1 +
else: pass
return 1
import foo
assert 1 == 2, 'm'
1 / 0
'''


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def run(program):
    printed = io.StringIO()
    error = ""
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(compile(program, "program", "exec"), {"np": np})
        except SyntaxError as problem:
            error = "%s: %s" % (type(problem).__name__, problem.msg)
        except Exception as problem:
            error = "%s: %s" % (type(problem).__name__, problem)
    return printed.getvalue(), error


assert (sys.version_info[:2], np.__version__) in [((3, 6), "1.11.3"), ((3, 7), "1.18.4")]
lines = []
for line in PROGRAMS.strip("\n").split("\n"):
    program = line.replace("\\n", "\n").replace("\\'", "'")
    lines.append("\t".join(escape(field) for field in (program,) + run(program)))
name = "vintages-3.%d.txt" % sys.version_info[1]
with io.open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "w", encoding="utf-8") as file:
    file.write("\n".join(lines) + "\n")
