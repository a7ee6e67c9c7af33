import Cells
import Synchronization
import Testing

/// What asks for more than there is ends its cell with Python's error, or a named one, and the session goes on.
@Suite struct SessionLimitTests {
  private func options() -> SessionOptions {
    var options = SessionOptions()
    options.timeLimit = .seconds(60)
    options.stackBytes = 64 << 20
    return options
  }

  /// Runs the cells in one session, and then one that has to work as ever.
  private func run(_ cells: String..., options: SessionOptions) throws -> [CellResult] {
    try ProgramTests.onLargeStack(options.stackBytes) {
      let session = Session(options: options)
      return (cells + ["print(1 + 1)"]).map { session.run($0, name: "cell", onOutput: { _ in }) }
    }
  }

  private func error(_ result: CellResult) -> String {
    for case .error(let name, let message, _) in result.outputs { return "\(name): \(message)" }
    return "\(result.ending)"
  }

  private func expectError(_ code: String, _ expected: String) throws {
    let results = try run("import numpy as np", code, options: options())
    #expect(error(results[1]).hasPrefix(expected), "\(code.prefix(100))")
    #expect(results[2].outputs == [.stdout("2\n")], "\(code.prefix(100))")
  }

  @Test(
    "arrays that no machine has room for",
    arguments: [
      "np.zeros((10**6, 10**6))", "np.zeros(2**59)", "np.zeros((2**29, 2**30))", "np.full((10**6, 10**7), 3)",
      "np.arange(1e15)", "np.arange(10**18)", "np.linspace(0, 1, 10**15)", "np.eye(10**9)", "np.tri(10**7)",
      "np.tile(np.arange(10), 10**12)", "np.tile(np.arange(10), (10**6, 10**6))", "np.repeat(np.arange(10), 10**15)",
      "np.pad(np.zeros(3), 10**17)", "np.random.randn(10**12)", "np.random.permutation(10**12)",
      "np.random.permutation(np.broadcast_to(1, (10**12,)))", "np.random.choice(10**12, 3, replace=False)",
      "np.broadcast_to(1, (10**9, 10**9)) + 1", "np.sort(np.broadcast_to(1, (10**9, 10**9)))",
      "np.outer(np.zeros(10**6), np.zeros(10**6))", "np.meshgrid(np.zeros(10**6), np.zeros(10**6))",
      "np.bincount(np.array([10**15]))", "np.histogram(np.zeros(3), bins=10**15)", "np.diag(np.zeros(10**6))",
      "np.zeros(3)[np.broadcast_to(0, (10**6, 10**6))]", "np.broadcast_to(1, (10**9,)).tolist()",
      "np.unique(np.zeros((2**40, 0)), axis=0)", "np.zeros((2**40, 0)).tolist()",
      "import matplotlib.pyplot as plt; plt.plot(np.zeros((0, 2**40)))",
      "import matplotlib.pyplot as plt; plt.hist(np.zeros((0, 2**30)))",
      "np.take_along_axis(np.zeros((2**40, 0)), np.zeros((2**40, 0), int), 1)",
      "np.vander([1, 2], 10**12)", "np.diag_indices(3, 2**62)", "np.kron(np.broadcast_to(1.0, (2**55,)), np.zeros(4))",
      "import matplotlib.pyplot as plt; plt.xticks(np.broadcast_to(1, (2**59,)))",
      "np.array2string(np.zeros(3), precision=2**31 - 1, floatmode='fixed')",
    ])
  func arrays(_ code: String) throws { try expectError(code, "MemoryError: ") }

  @Test(
    "arrays whose bytes no machine can count",
    arguments: [
      "np.zeros(2**62)", "np.zeros((2**32, 2**32))", "np.pad(np.zeros(3), 10**18)",
      "np.kron(np.broadcast_to(1.0, (2**59,)), np.zeros(4))", "np.zeros((2**62, 0)).sum(axis=1)",
    ])
  func countless(_ code: String) throws { try expectError(code, "ValueError: array is too big") }

  @Test(
    "texts, lists and numbers that no machine has room for",
    arguments: [
      "'a' * 10**18", "f'{1:999999999}'", "f'{1.5:.999999999f}'", "'%999999999d' % 1", "'%.999999999f' % 1.5",
      "'%.999999999d' % 1", "'{:{}}'.format(1, 10**12)", "f'{10**5:0999999999,}'", "('a\\t' * 100).expandtabs(10**8)",
      "('a' * 10**6).translate({97: 'b' * 10**6})", "'a'.zfill(10**18)", "'a'.center(10**10)",
      "''.join(['a' * 10**8] * 30)", "('{0}' * 30).format('a' * 10**8)", "10**10**8", "1 << 10**12", "3**10**8",
      "x = 1\nwhile True: x = x << x.bit_length()", "list(range(10**10))", "sorted(range(10**9))",
      "import random; random.choices([1], k=10**12)", "from collections import Counter; Counter(a=10**12).elements()",
      "import itertools; itertools.tee([], 10**9)",
    ])
  func values(_ code: String) throws { try expectError(code, "MemoryError: ") }

  @Test(
    "what is nested too deeply",
    arguments: [
      ("def f(): return f()\nf()", "RecursionError: "), ("f = lambda x: f(x + 1)\nf(1)", "RecursionError: "),
      ("class A:\n  def __repr__(self): return repr(self)\nrepr(A())", "RecursionError: "),
      ("class A:\n  def __eq__(self, o): return self == o\nA() == A()", "RecursionError: "),
      ("class A:\n  def __getattr__(self, n): return getattr(self, n)\nA().x", "RecursionError: "),
      ("def g(n):\n  yield from g(n + 1)\nlist(g(0))", "RecursionError: "),
      ("x = []\nfor i in range(10**5): x = [x]\nrepr(x)", "RecursionError: "),
      ("x = []\nfor i in range(10**5): x = [x]\nx", "RecursionError: "),
      ("x = {}\nfor i in range(10**5): x = {1: x}\nf'{x}'", "RecursionError: "),
      ("x = ()\nfor i in range(10**5): x = (x,)\nhash(x)", "RecursionError: "),
      ("x = y = ()\nfor i in range(10**5): x, y = (x,), (y,)\nx == y", "RecursionError: "),
      (
        "class A:\n  def f(self): return 1\nfor i in range(3000):\n  class A(A):\n    def f(self): return super().f()\nA().f()",
        "RecursionError: "
      ),
      (String(repeating: "(", count: 100_000), "SyntaxError: too many nested parentheses"),
      (String(repeating: "{1:", count: 100_000), "SyntaxError: too many nested parentheses"),
      (String(repeating: "-", count: 100_000) + "1", "SyntaxError: maximum recursion depth exceeded"),
      (String(repeating: "lambda: ", count: 100_000) + "1", "SyntaxError: maximum recursion depth exceeded"),
      (String(repeating: "1+", count: 100_000) + "1", "SyntaxError: maximum recursion depth exceeded"),
      ("x = 1\nx" + String(repeating: "[0]", count: 100_000), "SyntaxError: maximum recursion depth exceeded"),
      ("if 0: pass\n" + String(repeating: "elif 1: pass\n", count: 100_000), "SyntaxError: maximum recursion depth"),
      ((0..<3000).map { String(repeating: " ", count: $0) + "if 1:\n" }.joined(), "IndentationError: too many levels"),
    ])
  func nesting(_ code: String, _ expected: String) throws { try expectError(code, expected) }

  @Test(
    "values that are nested deeper than the stack goes can be given up",
    arguments: [
      "x = [x]", "x = (x,)", "x = {1: x}", "a = A(); a.x = x; x = a", "x = map(abs, x)",
      "x = functools.partial(lambda f: f, x)",
      "x = slice(x)", "x = collections.deque([x])", "x = zip(x)", "x = make(x)", "g = yields(x); next(g); x = g",
      "e = ValueError(1); e.__cause__ = x; x = e", "x = (lambda y: lambda: y)(x)", "x = A().bind(x)",
    ])
  func givingUp(_ step: String) throws {
    var options = options()
    options.stackBytes = 2 << 20
    let start = """
      import collections, functools
      class A:
        def m(self): pass
        def bind(self, x):
          b = A()
          b.x = x
          return b.m
      def make(x):
        def f(x=x): pass
        return f
      def yields(x): yield x
      x = ValueError(0) if '__cause__' in '''\(step)''' else []
      for i in range(100000):
        \(step)
      """
    // While cells run, between them, and when the session ends.
    for end in ["x = a = g = e = None", "", "def f(n): return f(n - 1) if n else globals().update(x=None)\nf(900)"] {
      let results = try run(start, end, options: options)
      #expect(results.allSatisfy { $0.ending == .completed }, "\(results.map(error))")
      #expect(results.last?.outputs == [.stdout("2\n")])
    }
  }

  @Test(
    "what takes for ever ends with the time",
    arguments: [
      "x = y = []\nfor i in range(60): x, y = [x, x], [y, y]\nx == y",
      "x = ()\nfor i in range(60): x = (x, x)\nhash(x)",
      "x = []\nfor i in range(60): x = [x, x]\nrepr(x)", "x = []\nfor i in range(60): x = [x, x]\nx",
      "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
      "class A:\n  def __getitem__(self, i): return i\nsum(A())", "import time; time.sleep(10**6)",
      "def f():\n  try: f()\n  except RecursionError: f()\nf()",
    ])
  func time(_ code: String) throws {
    var options = options()
    options.timeLimit = .milliseconds(300)
    let results = try run(code, options: options)
    #expect(results[0].ending == .limit(.time(.milliseconds(300))))
    #expect(results[1].outputs == [.stdout("2\n")])
  }

  @Test func operationsEndACellAndNoOther() throws {
    var options = options()
    options.operationLimit = 1_000_000
    let results = try run("while True: pass", options: options)
    #expect(results[0].ending == .limit(.operations(1_000_000)))
    #expect(results[1].outputs == [.stdout("2\n")])
  }

  @Test("output", arguments: ["while True: print('a' * 1000)", "while True: print()"])
  func output(_ code: String) throws {
    var options = options()
    options.outputLimit = 100_000
    let results = try run(code, options: options)
    #expect(results[0].ending == .limit(.output(100_000)))
    #expect(results[0].outputs.reduce(0) { $0 + $1.byteCount } < 101_000)
    #expect(results[1].outputs == [.stdout("2\n")])
  }

  @Test func figures() throws {
    let results = try run("import matplotlib.pyplot as plt\nwhile True: plt.figure()", options: options())
    #expect(error(results[0]).hasPrefix("RuntimeError: 1000 figures are open: close them"))
    #expect(results[1].outputs == [.stdout("2\n")])
  }

  /// The process never gives the memory back here: earlier cells hold it.
  @Test func aCellThatFillsTheMemoryEndsAndTheNextHasRoomToGoOn() throws {
    var options = options()
    let gauge = Gauge()
    options.memoryLimit = MemoryLimit(bytes: 1000, slack: 100) { gauge.next() }
    let results = try run("x = 0\nwhile True: x += 1", options: options)
    #expect(results[0].ending == .limit(.memory(1000)))
    #expect(error(results[0]) == "MemoryError: the cell reached the memory limit of 1000 bytes")
    #expect(results[1].outputs == [.stdout("2\n")])
  }

  /// Takes ten bytes more each time that it is asked.
  private final class Gauge: Sendable {
    private let bytes = Atomic<Int>(0)
    func next() -> Int { bytes.wrappingAdd(10, ordering: .relaxed).newValue }
  }

  @Test(
    "integers beyond 64 bits work or raise, and never wrap",
    arguments: [
      ("x + 1", "9223372036854775808"), ("-x - 2", "-9223372036854775809"),
      ("x * x", "85070591730234615847396907784232501249"),
      ("abs(-x - 1)", "9223372036854775808"), ("-(-x - 1)", "9223372036854775808"),
      ("(-x - 1) // -1", "9223372036854775808"),
      ("(-x - 1) % -1", "0"), ("divmod(-x - 1, -1)", "(9223372036854775808, 0)"), ("x << 1", "18446744073709551614"),
      ("sum([x, x])", "18446744073709551614"), ("sum([x] * 3, x)", "36893488147419103228"),
      ("x ** 2", "85070591730234615847396907784232501249"),
      ("pow(x, 2)", "85070591730234615847396907784232501249"), ("pow(2, 64)", "18446744073709551616"),
      ("int(1e19)", "10000000000000000000"),
      ("round(1e19)", "10000000000000000000"), ("~(-x - 1)", "9223372036854775807"),
      ("int('9223372036854775808')", "9223372036854775808"),
      ("0x8000000000000000", "9223372036854775808"), ("math.factorial(21)", "51090942171709440000"),
      ("math.comb(70, 35)", "112186277816662845432"), ("math.prod([x, 2])", "18446744073709551614"),
      ("hash(2**61 - 1)", "0"), ("len(range(-x, 0))", "9223372036854775807"),
      ("(lambda: (y := x, y + 1)[1])()", "9223372036854775808"),
      ("[x][0] + True", "9223372036854775808"), ("max(x, x + 1)", "9223372036854775808"), ("x + 1 > x", "True"),
      ("np.zeros(2**63)", "OverflowError: Python int too large to convert to C ssize_t"),
      ("np.int64(x + 1)", "OverflowError: Python int too large to convert to C long"),
      ("range(2**66)", "NotImplementedError: ranges beyond 64 bits are not supported: count in a while loop"),
      ("[1] * 2**64", "OverflowError: cannot fit 'int' into an index-sized integer"),
      ("[1, 2][2**64]", "IndexError: cannot fit 'int' into an index-sized integer"),
      ("(1, 2)[-2**64]", "IndexError: cannot fit 'int' into an index-sized integer"),
      ("range(3)[2**64]", "IndexError: range object index out of range"),
      ("1.0 * 10**400", "OverflowError: int too large to convert to float"),
      ("x = 2**63 - 1\nfor i in range(3): x += 1\nx", "9223372036854775810"),
      ("x = -2**63\nfor i in range(3): x -= 1\nx", "-9223372036854775811"),
      ("x = 3\nfor i in range(45): x *= 3\nx", "8862938119652501095929"),
    ])
  func integers(_ code: String, _ expected: String) throws {
    let results = try run("import math\nimport numpy as np\nx = 2**63 - 1", code, options: options())
    if case .value(let text)? = results[1].outputs.first {
      #expect(text == expected, "\(code)")
    } else {
      #expect(error(results[1]) == expected, "\(code)")
    }
  }
}
