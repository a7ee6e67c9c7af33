"""What a Jupyter kernel shows for cells with IPython's commands, `_`, `Out`, `display`: sessions of cells and the outputs
of each. Times and addresses are left out.

Needs `pip install ipython==8.18.1 ipykernel nbclient nbformat` besides NumPy. Of errors class and message (evalue) are kept.
"""

import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
import nbformat
from nbclient import NotebookClient

from golden import Golden

# Beside the notebook; the tests have the same files.
FILES = {
    "program.py": 'VALUE = 3\n_hidden = 4\nprint(__name__, VALUE)\ndef area(r):\n    return VALUE * r\n',
    "failing.py": 'a = 1\nraise ValueError("bad")\n',
    "leaving.py": "b = 7\nimport sys\nsys.exit(3)\n",
    "ending.py": "c = 8\nimport sys\nsys.exit(0)\n",
    "joining.py": "print(outer + 1)\ninner = outer * 2\n7\n",
    "arguments.py": "import sys\nprint(sys.argv)\nprint(__file__)\n",
}

SESSIONS = {
    "preparations": [
        "%matplotlib inline\n%load_ext autoreload\n%autoreload 2",
        '%load_ext autoreload\n%load_ext nosuch\nprint("after")',
        "%reload_ext autoreload\n%reload_ext nosuch",
        "%unload_ext autoreload",
        "%unload_ext other",
        "%load_ext",
        "%load_ext math",
        "%autoreload 0",
        "%autoreload",
        "%autoreload 7",
        "%matplotlib notebook",
        "%matplotlib nosuch",
        "%matplotlib --list",
        "%config InlineBackend.figure_format = 'retina'",
        '%config InteractiveShell.ast_node_interactivity = "last_expr"',
    ],
    "unknown": [
        'print("before")\n%foo bar\nprint("after")',
        "%%foo bar\nx",
        "%autoreload 2",
        "%capture",
        "%html <b>",
        "%%who\n1",
        "%%load_ext x\n1",
        "%%time",
        "try:\n    %foo\nexcept Exception as error:\n    print(type(error), error)",
        "try:\n    %foo\nfinally:\n    print('finally')",
    ],
    "time": [
        "%time 1+1",
        "%time x = 3",
        "x",
        "%%time\ny = 4\ny*2",
        '%%time\nprint("a")\ny = 5',
        '%time 1/0\nprint("after")',
        "%%time\nz = 1\n1/0",
        "z",
        "%time",
        "%%time x=1\ny=2",
        "%time x = 1; y = 2\ny",
        '%time print("hi")',
        "%time 1+1;",
        "v = %time 1+1\nv",
        "%time if True",
        "%%time\nif True",
        "if True:\n    %time 5",
        "for i in range(2):\n    %time i",
        "def f(a):\n    b = a + 1\n    def g():\n        return b\n    %time print(a, b)\n    return g()\nf(3)",
        "%time 5 ; 6",
        "%time f(1);",
        "%%time\ndef h():\n    return 7\nh()",
        "h()",
        "%%time\n%time 3\n4",
        "_",
        "%time print('x') or 5\n",
        "%%time\n7;",
    ],
    "timeit": [
        "%timeit -n 3 -r 2 -q 1+1",
        "%timeit -n1 -r1 pass",
        "t = %timeit -o -q -n 10 -r 3 sum(range(10))\nt",
        "print(t.loops, t.repeat, len(t.all_runs), len(t.timings), t.best <= t.average <= t.worst, t.stdev < 1)",
        "print(t)",
        "print(type(t))",
        "%%timeit -n 2 -r 1 q = 5\nw = q + 1",
        "w",
        "%timeit",
        '%timeit -n 2 -r 2 undefined_name\nprint("after")',
        "%%timeit -n 2 -r 2\n1/0",
        '%timeit -q -n 2 -r 2 print("a")',
        "%timeit if",
        "%timeit -z 1",
        "%timeit -n",
        "%timeit -n x 1",
        "x = 3\ndef f():\n    y = 2\n    %timeit -n 1 -r 1 y + x\nf()",
        "%timeit -n 1 -r 1 zz = 1; zz + 1",
        "%%timeit -n 1 -r 1\nzz = 1\nif zz:\n    zz += 1",
        "%timeit -n 1234567 -r 1 pass",
        "%timeit -r 1 -n 1 -p 4 x",
    ],
    "names": [
        "%who",
        "import numpy as np\nx = 1\ntext = \"hello\"\ndef f(): return 1\nclass A: pass\narr = np.zeros((2, 3))\n"
        "big = np.zeros((200, 300))\nhuge = np.zeros((2000, 300), dtype=np.float32)\nvec = np.arange(3)\n"
        "zero = np.array(5)\nl = [1,2]\nd = {}\nt = (1,)\ns = {1}\nlong = \"a\" * 60\nmulti = \"a\\nb\"\n%who",
        "%whos int str ndarray list dict tuple set type",
        "%who_ls",
        "%who int str",
        "%whos function",
        "%who_ls float",
        "%who float",
        "who",
        "whos float",
        "del np\nwho = 5",
        "who",
        "time 1+1",
        "time = 3",
        "time",
        "%reset -f array",
        "%who_ls ndarray",
        "%reset -s\nx",
        "x = 4\n%reset -f\nx",
        "Out, In",
        "5",
        "Out",
        "%reset -f out",
        "Out, _",
        "%reset -f in",
        "In[-1], _i",
        "%precision 3",
        "3.14159, [2.0]",
        "%precision %.2e",
        "3.14159",
        "%precision",
        "3.14159",
        "%precision x",
        "%precision -1",
    ],
    "outputs": [
        "42",
        "_",
        "_ + 1",
        "_, __, ___",
        "Out",
        "In",
        "_ih[2], _i, _ii, _iii, _i3",
        "Out[3];",
        "None",
        "7;",
        "_",
        "_ = 5",
        "8",
        "_",
        "del _",
        "9",
        "_",
        "_9",
        "_14, _4",
        "Out[999]",
        "_999",
        "5 # comment ;",
        "6; # comment",
        "_oh is Out, _ih is In",
        "Out[1] + _1",
        "_oh[1] = 3",
        "_oh",
        "_i",
        "import numpy as np\nnp.float64(2.5)",
        "np.int64(7)",
        "for _ in range(3): pass",
        "10",
        "_",
    ],
    "inputs": [
        "%matplotlib inline\nx = 'it\\'s'",
        "%%time\ny = 4\ny",
        "v = %time 1 # c",
        "if True:\n    %time 5",
        "nothing?",
        "?nothing",
        "nothing??",
        "s = '''\n%time\n'''\ns",
        "In[1:9]",
        "time 1",
        "In[10]",
    ],
    "run": [
        "%run program.py\nVALUE",
        "%run program\narea(1), _hidden, __name__",
        "%run nosuch.py\nprint('after')",
        "%run failing.py\nprint('after', a)",
        "a",
        "%run leaving.py\nprint('after', b)",
        "%run ending.py\nprint('after', c)",
        "%run -e leaving.py\nprint('after', b)",
        "outer = 5\n%run -i joining.py\ninner",
        "%run joining.py",
        "%run",
        "%run arguments.py a 'b c' -x",
        "try:\n    __file__\nexcept NameError as e:\n    print(e)",
        "%run -n program.py",
        "VALUE = 9\narea(1)",
    ],
    "capture": [
        "%%capture\nprint('hidden')\n5",
        "%%capture out\nimport sys\nprint('hidden')\nprint('err', file=sys.stderr)\ndisplay(7)\n5",
        "out",
        "out.stdout, out.stderr, out.outputs",
        "print(out)",
        "out()",
        "out.show()",
        "%%capture out --no-stdout\nprint('shown')\n1/0",
        "out.stdout",
        "%%capture cap\n1",
        "cap.outputs",
        "cap()",
        "cap.outputs[0].data",
        "cap.outputs[0].display()",
        "%%capture c\n%time 3\nprint('in')\n4;",
        "c",
        "%%capture c\n%time 3\nprint('in')\nx = 4",
        "c.stdout.split('\\n')[-2], len(c.outputs)",
        "%%capture c\nx = 1;",
        "c",
        "%%capture --no-stderr c2 extra\n1",
        "%%capture --foo\n1",
        "%%capture d --no-display\ndisplay(4)\n5",
        "_, d.outputs",
        "Out",
    ],
    "display": [
        "from IPython.display import display, Image, HTML, Markdown, Latex, clear_output, Math, Pretty\n"
        "display(1, 'a', [1, 2])\ndisplay(HTML('<b>x</b>'))\ndisplay(Markdown('**x**'), Latex('$x$'), Math('x'))\ndisplay()",
        "HTML('<b>x</b>')",
        "Math('x')",
        "print(HTML('x'), repr(Markdown('m')), HTML('x').data)",
        "print('a'); clear_output(); print('b')",
        "print('a'); clear_output(wait=True); x = 1",
        "print('a'); clear_output(wait=True); print('b')",
        "from IPython.core.display import display, HTML\ndisplay(HTML('<style></style>'))",
        "import numpy as np\ndisplay({'a': np.arange(6).reshape(2, 3)})",
        "class D:\n    def _ipython_display_(self): print('shown', end='')\nD()",
        "display(D(), 3)",
        "Pretty('x y')",
        "%%html\n<b>x</b>",
        "%%latex\n$x$",
        "%%markdown\n# x",
        "class P:\n    def _repr_html_(self): return '<b>'\n    def __repr__(self): return 'plain'\nP()",
        "from IPython import get_ipython\nimport IPython\nIPython.display.HTML is HTML",
        "def g(x: int, y: float = 2.5, *, z: 'q' = None) -> str: pass\ng",
    ],
    "get_ipython": [
        "get_ipython()",
        "get_ipython().run_line_magic('time', '1+1')",
        "get_ipython().run_cell_magic('time', '', 'x = 5\\nx')",
        "get_ipython().run_line_magic('foo', '')",
        "r = get_ipython().run_cell('q = 9\\nq + 1')",
        "q",
        "get_ipython().run_cell('1/0');",
        "get_ipython().user_ns['q1'] = 4\nq1",
        "get_ipython().ev('q1 + 1'), get_ipython().execution_count",
        "get_ipython().ex('q2 = 3')\nq2",
        "get_ipython().__class__.__name__",
        "'ipykernel' in str(type(get_ipython()))",
    ],
}


def plain(text):
    """Without times and addresses, which no two runs share."""
    text = re.sub(r"0x[0-9a-f]{6,}", "0xADDRESS", text)
    text = re.sub(r"(user|sys:|total:|Wall time:) [\d.e+]+ (s|ms|µs|ns)", r"\1 TIME", text)
    text = re.sub(r"[\d.e+]+ (s|ms|µs|ns) ± [\d.e+]+ (s|ms|µs|ns) per loop", "TIME ± TIME per loop", text)
    return re.sub(r"The slowest run took .*\n", "", text)


def shown(output):
    if output.output_type == "stream":
        # Warnings of Python are no part of this.
        is_warning = output.name == "stderr" and "Warning" in output.text
        return output.name, "" if is_warning else output.text.replace(folder + "/", "")
    if output.output_type == "error":
        return "error", f"{output.ename}: {output.evalue}"
    kind = "value" if output.output_type == "execute_result" else "display"
    return kind, output.data["text/plain"]


def text_of(cell):
    parts = []
    for output in cell.outputs:
        kind, text = shown(output)
        if not text:
            continue
        if parts and parts[-1][0] == kind == "stdout":
            parts[-1][1] += text
        else:
            parts.append([kind, text])
    return "".join(f"[{kind}]\n{plain(text).removesuffix(chr(10))}\n" for kind, text in parts)


folder = tempfile.mkdtemp()
for name, text in FILES.items():
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)

with Golden(__file__, "ipython_files.txt") as golden:
    for name, text in FILES.items():
        golden.case(name, text)

with Golden(__file__, "ipython.txt") as golden:
    for title, cells in SESSIONS.items():
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in cells])
        client = NotebookClient(
            notebook, timeout=120, kernel_name="python3", allow_errors=True, resources={"metadata": {"path": folder}})
        client.execute()
        golden.case(title, *[part for cell in notebook.cells for part in (cell.source, text_of(cell))])
os._exit(0)
