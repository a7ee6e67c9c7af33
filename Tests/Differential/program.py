"""A program that grows statement by statement. Each statement is run in Python as soon as it is drawn, so that the
next ones can look at the values that the names hold: their kind, shape and dtype."""

import contextlib
import io
import random
import signal
import sys
import warnings

import numpy as np

from reference import TimeOut, fresh_namespace, reset, time_limit

DTYPES = [np.dtype(name) for name in ("bool", "uint8", "int64", "float32", "float64")]
MAKERS = []
"""What draws statements: triples (area, weight, function of the program that returns source text or None)."""


def statement(area, weight=1.0):
    def register(maker):
        MAKERS.append((area, weight, maker))
        return maker
    return register


class Refused(Exception):
    """What was drawn cannot be part of a program."""


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.namespace = fresh_namespace()
        self.statements = []
        self.ended = False
        self.counter = 0
        # Another mixture of features in each program: some are absent, some are frequent.
        areas = {area: self.random.choice([0, 0.3, 1, 1, 3]) for area in sorted({area for area, _, _ in MAKERS})}
        self.mixture = [(maker, weight * areas[area] * self.random.choice([0, 1, 1, 2])) for area, weight, maker in MAKERS]
        self.leniency = self.random.choice([0, 0.2, 0.5, 1])

    @property
    def text(self):
        return "\n".join(self.statements) + "\n"

    # Choices

    def one_of(self, *options):
        return self.random.choice(options)

    def chance(self, share):
        return self.random.random() < share

    def whole(self, low, high):
        return self.random.randint(low, high)

    def several(self, low, high, maker):
        return [maker() for _ in range(self.whole(low, high))]

    def draw(self, *weighted):
        """Calls one of the functions given as pairs (weight, function)."""
        pairs = [pair for pair in weighted if pair]
        return self.random.choices([maker for _, maker in pairs], [weight for weight, _ in pairs])[0]()

    # Names and values

    def fresh(self, stem):
        self.counter += 1
        return f"{stem}{self.counter}"

    def names(self, test):
        return [name for name, value in self.namespace.items() if not name.startswith("_") and test(value)]

    def value(self, source):
        """The value that an expression has here; raises `Refused` where it has none that a program could use."""
        try:
            with time_limit(1), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = eval(source, self.namespace)
        except (Exception, TimeOut) as error:
            raise Refused from error
        if not acceptable(value):
            raise Refused
        return value

    @contextlib.contextmanager
    def bound(self, **values):
        """Names that have example values while the body of a loop or function is drawn."""
        before = dict(self.namespace)
        self.namespace.update(values)
        try:
            yield
        finally:
            for name in values:
                self.namespace.pop(name, None)
                if name in before:
                    self.namespace[name] = before[name]

    # Growth

    def add(self, source):
        """Runs a statement and keeps it; one that fails is mostly dropped, or caught, or ends the program."""
        error = self.run(source)
        if error is None:
            strange = [name for name, value in self.namespace.items() if not name.startswith("__") and not acceptable(value)]
            if not strange:
                self.statements.append(source)
            for name in strange:
                del self.namespace[name]
        elif isinstance(error, Exception) and not isinstance(error, (SyntaxError, MemoryError)) and tellable(error):
            if self.chance(0.2 * self.leniency) and "\n" not in source:
                self.statements.append(
                    f"try:\n    {source}\nexcept {self.one_of('Exception', type(error).__name__)} as error:\n"
                    "    print(type(error).__name__, error)"
                    if type(error).__module__ == "builtins" else
                    f"try:\n    {source}\nexcept Exception as error:\n    print(type(error).__name__, error)")
            elif self.chance(0.03 * self.leniency):
                self.statements.append(source)
                self.ended = True

    def run(self, source):
        try:
            with time_limit(1), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(compile(source, "statement", "exec"), self.namespace)
        except (Exception, TimeOut) as error:
            return error
        return None

    def grow(self, length):
        makers, weights = [maker for maker, _ in self.mixture], [weight for _, weight in self.mixture]
        if not any(weights):
            return
        for _ in range(length * 4):
            if len(self.statements) >= length or self.ended:
                break
            try:
                source = self.random.choices(makers, weights)[0](self)
            except Refused:
                continue
            if source:
                self.add(source)


def acceptable(value, depth=0):
    """Whether the cell language knows values of this kind, and whether they are small enough to go on with."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.dtype in DTYPES and np.size(value) <= 5000 and np.ndim(value) <= 8 and not mixes_zeros(value)
    if isinstance(value, complex) or value is NotImplemented or value is Ellipsis:
        return False
    if isinstance(value, int):
        return abs(value) < 10**400
    if isinstance(value, str):
        return len(value) < 2000
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        items = list(value.items()) if isinstance(value, dict) else value
        return len(value) < 2000 and depth < 20 and all(acceptable(item, depth + 1) for item in items)
    return True


def mixes_zeros(value):
    """Which of 0.0 and -0.0 is the largest of an array, or comes first when it is sorted, depends on the machine."""
    signs = np.signbit(value[value == 0]) if value.dtype.kind == "f" and np.ndim(value) else np.array([])
    return bool(signs.any() and not signs.all())


def tellable(error):
    """Whether the message is Python's or NumPy's promise rather than an accident of the process."""
    try:
        text = str(error)
    except ValueError:
        # A key that is an integer of more than 4300 digits.
        return False
    return " at 0x" not in text and "Did you mean" not in text and "statement" not in text


def generate(seed, length=None):
    """The program of a seed, as text."""
    outside, sys.stdout = sys.stdout, io.StringIO()
    try:
        reset()
        program = Program(seed)
        imports = f"import collections, functools, itertools, math\nimport numpy as np\nnp.random.seed({program.whole(0, 999)})"
        program.statements.append(imports)
        program.run(imports)
        program.grow(length or program.whole(6, 25))
        return program.text
    finally:
        sys.stdout = outside
        signal.setitimer(signal.ITIMER_REAL, 0)
