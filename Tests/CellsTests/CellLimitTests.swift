import Cells
import Testing

/// What CPython has no limit for, or fills the memory with: a cell ends in Python's error or at its time limit.
@Suite struct CellLimitTests {
  private func run(_ code: String, timeLimit: Duration = .seconds(30)) throws -> CellResult {
    var options = SessionOptions()
    options.kind = .script
    options.timeLimit = timeLimit
    options.stackBytes = 64 << 20
    return try ProgramTests.onLargeStack(options.stackBytes) { [options] in
      Session(options: options).run(code, name: "program.py", onOutput: { _ in })
    }
  }

  private func error(_ result: CellResult) -> String? {
    for case .error(let name, let message, _) in result.outputs {
      return message.isEmpty ? name : "\(name): \(message)"
    }
    return nil
  }

  // Jupyter's files can hold one.
  @Test("a zero byte is an error", arguments: [SessionOptions.Kind.notebook, .script])
  func zeroByte(_ kind: SessionOptions.Kind) {
    var options = SessionOptions()
    options.kind = kind
    let result = Session(options: options).run("x = 1\n\0x", name: "program.py", onOutput: { _ in })
    #expect(result.ending == .raised)
    #expect(error(result)?.hasPrefix("SyntaxError: source code string cannot contain null bytes") == true)
  }

  @Test(
    "what would fill the memory is a MemoryError",
    arguments: [
      "1 << 9223372036854775807", "1 << 2**62", "-3 << 2**26", "2**(10**30)", "7**(2**62)",
      "(1 << 2**25) * (1 << 2**26)",
      "list(range(10**10))", "tuple(range(2**62))", "sorted(range(10**12))", "[*range(10**11)]", "[0] * 10**11",
      "(1, 2) * 2**62", "'a' * 10**11", "b'a' * 2**62", "bytes(10**12)", "'a'.ljust(2**62)", "f'{1:>99999999999}'",
      "('a' * 10**6).replace('a', 'b' * 10**6)", "('a' * 10**6).replace('', 'b' * 10**6)", "(5).to_bytes(2**62, 'big')",
      "random.getrandbits(2**62)", "itertools.combinations('ab', 2**62)", "itertools.product('ab', repeat=2**62)",
    ])
  func fillingTheMemory(_ expression: String) throws {
    #expect(try error(run("import itertools, random\nx = " + expression)) == "MemoryError")
  }

  @Test(
    "ranges that 64 bits do not count are refused",
    arguments: [
      "range(2**66)", "range(5, -2**66, -1)", "range(0, 5, 2**66)",
      "range(-2**63, 2**63 - 1)", "range(2**63 - 1, -2**63, -1)", "range(0, 2**62, 2**61)[::2**62]",
      "range(2**63 - 4, 2**63 - 1, 2)[5:]",
    ])
  func countingTooFar(_ expression: String) throws {
    #expect(
      try error(run("x = " + expression))
        == "NotImplementedError: ranges beyond 64 bits are not supported: count in a while loop")
  }

  /// Each takes far longer than the limit.
  @Test(
    "a built-in function ends when the time of the cell is over",
    arguments: [
      "x = 7**20000000", "x = pow(3, 1 << 100000, (1 << 100000) - 1)", "x = pow(3, -1, 7**4000000)",
      "x = math.gcd(7**2000000, 3**3000000)", "x = math.lcm(*range(1, 2000000))", "x = math.factorial(10**7)",
      "x = math.comb(10**9, 5 * 10**8)", "x = math.perm(10**7)", "x = math.isqrt(7**5000000)",
      "x = 7**9000000 // 3**7000000", "sum(range(10**12))", "max(range(10**12))", "all(itertools.repeat(1))",
      "any(itertools.repeat(0))", "1.5 in range(10**12)", "-1 in itertools.count()", "set(itertools.repeat(1))",
      "dict.fromkeys(itertools.repeat(1))", "a, *b = itertools.cycle([1])", "sum(itertools.cycle([1, 2]))",
      "next(filter(None, itertools.repeat(0)))", "list(itertools.islice(itertools.count(), 10**12, None))",
      "collections.deque(itertools.count(), 3)", "collections.Counter(itertools.repeat(1))",
      "functools.reduce(max, itertools.count())", "min(itertools.repeat(1), key=abs)", "print(*itertools.count())",
      "''.join(itertools.repeat(''))", "math.fsum(itertools.repeat(1))", "math.prod(itertools.repeat(1))",
      "for x in zip(itertools.count(), itertools.count()): pass",
    ])
  func endingInTime(_ code: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try run("import collections, functools, itertools, math\n" + code, timeLimit: .milliseconds(100))
    guard case .limit = result.ending else {
      Issue.record("\(result.ending): \(error(result) ?? "no error")")
      return
    }
    #expect(clock.now - start < .seconds(60))
  }

  @Test(
    "what takes long in arrays and layers ends with the time limit",
    arguments: [
      "np.sort(x)", "np.exp(x)", "x.cumsum()", "np.random.randn(10**8)",
      "np.dot(x.reshape(2000, 2000), x.reshape(2000, 2000))", "np.quantile(np.zeros((0, 2**28)), 0.5, axis=0)",
      "np.median(np.zeros((2**30, 0)), axis=1)", "np.bitwise_or.reduce(np.zeros((2**40, 0), int))",
      "pool_forward(x.reshape(1, 200, 200, 100), {'f': 20, 'stride': 1})", "np.unique(x)",
      "try:\n  np.sort(x)\nexcept BaseException:\n  print('went on')",
    ])
  func endingComputationsInTime(_ code: String) throws {
    // The set-up counts as well: what is slow must be slower.
    let result = try run(
      "import numpy as np\nx = np.zeros(4 * 10**6)\nfor i in range(10**6):\n  "
        + code.split(separator: "\n").joined(separator: "\n  "), timeLimit: .milliseconds(300))
    guard case .limit = result.ending else {
      Issue.record("\(result.ending): \(error(result) ?? "no error")")
      return
    }
    #expect(!result.outputs.contains(.stdout("went on\n")))
  }

  @Test(
    "values nested more deeply than the stack allows are a RecursionError",
    arguments: [
      ("x, y = [], []\nx.append(x)\ny.append(y)\nx == y", "maximum recursion depth exceeded in comparison"),
      (
        "from collections import deque\nx, y = deque(), deque()\nx.append(y)\ny.append(x)\nx == y",
        "maximum recursion depth exceeded in comparison"
      ),
      ("x = ()\nfor i in range(10**5): x = (x,)\nhash(x)", "maximum recursion depth exceeded"),
      ("x = []\nfor i in range(10**5): x = [x]\nimport copy\ncopy.deepcopy(x)", "maximum recursion depth exceeded"),
      (
        "import functools\nx = abs\nfor i in range(10**5): x = functools.partial((lambda f: f)(x))\n"
          + "y = [x]\nfor i in range(10**5): y = [y]\nrepr(y)",
        "maximum recursion depth exceeded while getting the repr of an object"
      ),
    ])
  func nesting(_ code: String, _ message: String) throws {
    #expect(try error(run(code)) == "RecursionError: " + message)
  }
}
