import Arrays
import Cells
import Testing

/// What a submission answers, and that no submission answers anything else.
@Suite struct SessionRunnerTests {
  private func withRunner<Result: Sendable>(
    _ cells: String..., limits change: (inout SubmissionLimits) -> Void = { _ in },
    _ body: @escaping @Sendable (SessionRunner) -> Result
  ) throws -> Result {
    var options = SubmissionOptions()
    options.limits.operations = 2_000_000
    options.limits.time = .seconds(60)
    change(&options.limits)
    let stackBytes = 64 << 20
    return try ProgramTests.onLargeStack(stackBytes) { [options] in
      let runner = SessionRunner(options, stackBytes: stackBytes)
      for cell in cells { _ = runner.run(cell: cell, name: "cell") }
      return body(runner)
    }
  }

  private func value(_ expression: String, after cells: String = "") throws -> Outcome<PlainValue> {
    try withRunner(cells) { $0.value(of: expression) }
  }

  @Test(
    "values of Python's and NumPy's own classes leave as they are",
    arguments: [
      ("None", PlainValue.none), ("True", .bool(true)), ("-3", .int(-3)), ("2**64", .bigInt("18446744073709551616")),
      ("0.5", .float(0.5)), ("'é'", .text("é")), ("b'a'", .bytes([97])), ("np.float64(0.5)", .scalar(.float64(0.5))),
      ("np.bool_(True)", .scalar(.bool(true))), ("[1, [2]]", .list([.int(1), .list([.int(2)])])),
      ("(1, 'a')", .tuple([.int(1), .text("a")])),
      ("{'b': 1, 2: ()}", .dict([.init(.text("b"), .int(1)), .init(.int(2), .tuple([]))])),
    ])
  func plainValues(_ expression: String, _ expected: PlainValue) throws {
    #expect(try value(expression, after: "import numpy as np") == .value(expected))
  }

  @Test("arrays leave in C order, whatever view they are")
  func arrays() throws {
    let given = try value("np.arange(6, dtype=np.uint8).reshape(2, 3).T[::-1]", after: "import numpy as np")
    let expected = PlainArray(.uint8, shape: [3, 2], bytes: [2, 5, 1, 4, 0, 3])
    #expect(try given == .value(.array(#require(expected))))
  }

  @Test(
    "what only looks like a value is opaque",
    arguments: [
      ("object()", "object"), ("AlwaysEqual()", "AlwaysEqual"), ("len", "builtin_function_or_method"),
      ("AlwaysEqual", "type"), ("{1, 2}", "set"), ("range(3)", "range"), ("(x for x in [1])", "generator"),
      ("collections.OrderedDict(a=1)", "OrderedDict"), ("Point(1, 2)", "Point"), ("...", "ellipsis"),
      ("ValueError(1)", "ValueError"), ("np", "module"), ("Disguised()", "ndarray"),
    ])
  func opaqueValues(_ expression: String, _ name: String) throws {
    let cell = """
      import collections, numpy as np
      class AlwaysEqual:
          def __eq__(self, other): return True
          def __array__(self, *a): return np.zeros(3)
          __class__ = np.ndarray
      Disguised = type('ndarray', (), {'shape': (3,), '__class__': np.ndarray}) if False else AlwaysEqual
      class ndarray: pass
      Disguised = ndarray
      Point = collections.namedtuple('Point', 'x y')
      """
    let runner = try value("[\(expression)]", after: cell)
    guard case .value(.list(let values)) = runner, case .opaque(let given)? = values.first else {
      Issue.record("\(runner)")
      return
    }
    #expect(given == name)
    #expect(values[0] != values[0])
  }

  @Test(
    "a name that no cell defines is missing: the reference layers are none of a submission's names",
    arguments: ["conv_forward", "zero_pad", "layers", "Z"])
  func missingNames(_ name: String) throws {
    #expect(try value(name) == .missing(name))
    #expect(try value("(\(name), 1)") == .missing(name))
    #expect(
      try withRunner("x = 1") { $0.call(name, arguments: [], keywords: [], seed: nil) } == .missing(name))
  }

  @Test("a name that is missing further inside is an error of the submission")
  func missingInside() throws {
    #expect(
      try value("f()", after: "def f(): return undefined")
        == .raised(class: "NameError", message: "name 'undefined' is not defined"))
  }

  @Test("a call gives the result, the arguments as they are afterwards, what was printed")
  func calls() throws {
    let given = try withRunner(
      """
      def f(x, *, y):
          x[0] = 7
          print('called')
          return x + y
      """
    ) { runner -> Outcome<CallResult> in
      guard let array = PlainArray(.uint8, shape: [2], bytes: [1, 2]) else { return .missing("array") }
      return runner.call("f", arguments: [.array(array)], keywords: [("y", .int(1))], seed: nil)
    }
    guard case .value(let result) = given else {
      Issue.record("\(given)")
      return
    }
    #expect(try result.returned == .array(#require(PlainArray(.uint8, shape: [2], bytes: [8, 3]))))
    #expect(try result.argumentsAfter == [.array(#require(PlainArray(.uint8, shape: [2], bytes: [7, 2]))), .int(1)])
    #expect(result.outputs == [.stdout("called\n")])
    #expect(result.operations > 0)
  }

  @Test("operations do not depend on the run, and a seed gives a call the same numbers again")
  func determinism() throws {
    let cell = """
      import numpy as np
      def f(n):
          def g(k): return 1 if k < 2 else g(k - 1) + g(k - 2)
          return sum(sorted([g(8) * x for x in range(n)])) + float(np.random.randn(3, 4).dot(np.ones(4)).sum())
      """
    let results = try (0..<2).map { _ in
      try withRunner(cell, "import numpy as np\nx = np.random.rand()") { runner in
        [1, 2].map { _ in runner.call("f", arguments: [.int(100)], keywords: [], seed: 3) }
      }
    }
    #expect(results[0] == results[1])
    #expect(results[0][0] == results[0][1])
  }

  static let endless: [String] = [
    "while True: pass", "for x in iter(int, 1): pass",
    "def f(n):\n  if n: f(n - 1); f(n - 1)\nf(60)",
    "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
    "def f():\n  try:\n    while True: pass\n  finally:\n    while True: pass\nf()",
    "def f():\n  try:\n    while True: pass\n  finally:\n    return 1\nf()",
    "class A:\n  def __exit__(self, *a): return True\n  def __enter__(self): pass\nwith A():\n  while True: pass",
    "class A(Exception):\n  def __str__(self):\n    while True: pass\nraise A()",
    "class A:\n  def __repr__(self):\n    while True: pass\nA()",
    "class A:\n  def __iter__(self):\n    while True: pass\nimport numpy as np\nwhile True: np.iterable(A())",
    "import numpy as np\ndef f():\n  while True: pass\nnp.testing.assert_raises(BaseException, f)",
    "def g():\n  while True:\n    try: yield 1\n    except BaseException: pass\nfor x in g(): pass",
    "class A:\n  def __getattr__(self, n):\n    while True: pass\nhasattr(A(), 'x')",
    "sorted([1] * 1000, key=lambda x: [0 for y in range(10**9)])", "sum(range(10**12))",
    "import numpy as np\nx = np.ones(10**5)\nwhile True: x = x + 1",
    "import numpy as np\nx = np.ones((100, 100))\nwhile True: np.dot(x, x)",
    "%%time\nwhile True: pass", "%timeit -n 1 -r 1000000000 1 + 1",
  ]

  @Test("what has no end ends at the limit of operations, whatever it does about it", arguments: endless)
  func endlessCells(_ code: String) throws {
    let (outcome, after) = try withRunner("") { runner in
      (runner.run(cell: code, name: "cell").ending, runner.value(of: "1 + 1"))
    }
    #expect(outcome == .limit(.operations))
    #expect(after == .value(.int(2)))
  }

  @Test("a function without an end, and one whose result or error has none, reach the limit")
  func endlessCalls() throws {
    let cell = """
      def f():
          while True: pass
      class E(Exception):
          def __str__(self):
              while True: pass
      def g(): raise E()
      """
    for name in ["f", "g"] {
      #expect(try withRunner(cell) { $0.call(name, arguments: [], keywords: [], seed: nil) } == .operations)
    }
  }

  @Test("sleeping is no work: it ends at the time limit")
  func sleeping() throws {
    let outcome = try withRunner("", limits: { $0.time = .milliseconds(50) }) {
      $0.run(cell: "import time\ntry:\n  time.sleep(1000)\nexcept BaseException: pass", name: "cell").ending
    }
    #expect(outcome == .limit(.time))
  }

  @Test(
    "printing ends at the output limit, and what was printed until then is kept",
    arguments: [
      "while True: print('x' * 100)", "print('x' * 10**6)", "for i in range(10**9): display(i)",
      "while True:\n  try: print('x' * 100)\n  except BaseException: pass", "raise ValueError('x' * 10**6)",
      "'x' * 10**6",
    ])
  func printing(_ code: String) throws {
    let outcome = try withRunner("", limits: { $0.output = 10_000 }) {
      $0.run(cell: "print('first')\n" + code, name: "cell")
    }
    #expect(outcome.ending == .limit(.output))
    #expect(outcome.outputs.reduce(0) { $0 + $1.byteCount } <= 10_000)
    guard case .stdout(let text)? = outcome.outputs.first else {
      Issue.record("\(outcome.outputs)")
      return
    }
    #expect(text.hasPrefix("first\n"))
  }

  @Test(
    "a result that is too large or too deep does not leave",
    arguments: [
      "[0] * 10**7", "'x' * 10**8", "[[[0] * 1000] * 1000] * 1000", "np.zeros(10**8)", "np.broadcast_to(0.0, (10**9,))",
      "deep", "circle", "1 << 10**6", "{'a': deep}",
    ])
  func largeValues(_ expression: String) throws {
    let cell = """
      import numpy as np
      deep = []
      for i in range(40): deep = [deep]
      circle = []
      circle.append(circle)
      """
    #expect(try value(expression, after: cell) == .output)
  }

  @Test(
    "what fills the memory, and runaway recursion, are the submission's own errors",
    arguments: [
      ("[0] * 10**12", Outcome<PlainValue>.memory), ("np.zeros(10**15)", .memory), ("bytes(10**15)", .memory),
      ("f()", .raised(class: "RecursionError", message: "maximum recursion depth exceeded")),
    ])
  func exhaustion(_ expression: String, _ expected: Outcome<PlainValue>) throws {
    #expect(try value(expression, after: "import numpy as np\ndef f(): return f()") == expected)
  }

  @Test(
    "there are no files, processes or networks to import",
    arguments: ["os", "subprocess", "socket", "ctypes", "posix", "signal", "multiprocessing", "io", "pathlib", "gc"])
  func forbiddenModules(_ module: String) throws {
    let ending = try withRunner("") { $0.run(cell: "import \(module)", name: "cell").ending }
    guard case .raised("ModuleNotFoundError", "No module named '\(module)'", _) = ending else {
      Issue.record("\(ending)")
      return
    }
  }

  @Test(
    "replacing what others use changes the submission's own names only",
    arguments: [
      "import numpy as np\nnp.allclose = lambda *a, **k: True", "import builtins\nbuiltins.len = lambda x: 3",
      "float = int = bool = list = str = lambda *a: 1", "import numpy as np\nnp.ndarray = list",
      "import numpy as np\nnp.random.seed = lambda *a: None",
    ])
  func replacing(_ cell: String) throws {
    #expect(try value("x", after: cell + "\nx = [1.5, (2,)]") == .value(.list([.float(1.5), .tuple([.int(2)])])))
    #expect(
      try value("[len([]), float('0.5'), np.allclose(0, 1)]", after: "import numpy as np")
        == .value(.list([.int(0), .float(0.5), .bool(false)])))
  }

  @Test("a seed counts even where the submission has replaced np.random")
  func seeding() throws {
    let honest = "import numpy as np\ndef f(): return np.random.rand()"
    let hostile = "import numpy as np\nold = np.random.rand\nnp.random.seed = None\ndef f(): return old()"
    let results = try [honest, hostile].map { cell in
      try withRunner(cell) { $0.call("f", arguments: [], keywords: [], seed: 7) }
    }
    guard case .value(let first) = results[0], case .value(let second) = results[1] else {
      Issue.record("\(results)")
      return
    }
    #expect(first.returned == second.returned)
  }
}
