"""What IPython shows for errors in cells: code of the cells (the last one fails), text without colours.

Needs `pip install ipython==8.18.1` besides NumPy. Left out are comprehensions, which have frames of their own in Python
3.11, and syntax errors, of which IPython marks one column only.
"""

import contextlib
import io
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from IPython.core.interactiveshell import InteractiveShell

from golden import Golden

CASES = [
    ["a = 1\nb = 2\n\nc = a / 0\nd = 3\ne = 4\nf = 5"],
    ["1 / 0"],
    ["def f(x, y=2, *a, k=3, **kw):\n    z = x + 1\n    # comment\n\n    return (x +\n        z['a'])\n", "f(9)\nb = 3"],
    ["def rec(n):\n    return rec(n + 1)\nrec(0)"],
    ["def even(n):\n    return odd(n - 1)\n\ndef odd(n):\n    if n == 1:\n        1 / 0\n    return even(n - 1)", "even(40)"],
    ["try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('bad') from e"],
    ["try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    {}['a']"],
    ["def g():\n    raise KeyError('k')\n\ntry:\n    g()\nexcept KeyError:\n    raise RuntimeError('again') from None"],
    ["x = (1 +\n  2 +\n  'a')\n"],
    ["import foo_bar_baz"],
    ["assert 1 == 2, 'msg'"],
    ["assert False"],
    ["class A:\n    def __init__(self, a, b):\n        self.a = a\n    def m(self, q):\n        return self.zz\nA(1, 2).m(3)"],
    ["class B:\n    x = 1\n    y = x / 0\n    z = 2"],
    ["raise KeyError('a\\nb')"],
    ["raise ValueError('two\\nlines')"],
    ["raise ValueError"],
    ["k = {}\nk['a']"],
    ["f = lambda x: x / 0\nlist(map(f, [1]))"],
    ["def gen():\n    yield 1\n    raise ValueError('in gen')\nlist(gen())"],
    ["x = {'a': 1,\n 'b': 1 / 0,\n 'c': 3}"],
    ["print(\n 1,\n 2 / 0,\n 3)\n"],
    ["def h():\n    import math\n    x = 1\n\n\n\n    y = 2\n    math.sqrt(-1)\n    z = 3\n\n\n    w = 2\n    v = 3\nh()"],
    ["def long_name(one, two):\n    aa = [\n      1,\n      2,\n      3,\n      4,\n      5,\n      one / 0,\n      7,\n   11]\n    return aa\nlong_name(1, 2)"],
    ["x = [\n 1,\n 2,\n 3,\n 4,\n 5,\n 6,\n\n 7]\n1 / 0\ny = [\n 1,\n 2,\n\n\n 5]\nz = 1"],
    ["for i in range(3):\n    if i == 1:\n        # note\n        x = 1 / 0\n    else:\n        x = 2\nprint('end')"],
    ["def outer():\n    def inner(a):\n        return a[5]\n    return inner([1])\n\nouter()"],
    ["while True:\n    raise IndexError('out')"],
    ["a = 1; b = 2 / 0; c = 3\nd = 4"],
    ["def f(): return 1 / 0\nf()"],
    ["with 5:\n    pass"],
    ["def a():\n    x = 1\n    y = 2\n    1 / 0\n    z = 3\n    w = 4\n\ndef b():\n    try:\n        a()\n    except ZeroDivisionError:\n        v = 1\n        u = 2\n        None.x\n        t = 3\n        s = 4\nb()"],
    ["import math\ndef f():\n    return math.sqrt(-1)\ntry:\n    f()\nexcept ValueError:\n    pass", "math.sqrt(-1)"],
    ["x = 5\nx.foo = 3"],
    ["raise SystemExit(3)"],
    ["class C(Exception):\n    pass\n\nraise C('mine')"],
    ["def deco(fn):\n    return fn(1)\n\n@deco\ndef f(x):\n    return x.foo"],
]

shell = InteractiveShell.instance(colors="NoColor")
shell.history_manager.enabled = False
with Golden(__file__, "cell_tracebacks.txt") as golden:
    for cells in CASES:
        shell.reset(new_session=False)
        shell.execution_count = 1
        text = io.StringIO()
        for code in cells:
            with contextlib.redirect_stdout(text), contextlib.redirect_stderr(io.StringIO()):
                shell.run_cell(code, store_history=True)
        golden.case("\n###\n".join(cells), re.sub(r"\(\d+ times\)", "(N times)", text.getvalue()).strip("\n"))
os._exit(0)
