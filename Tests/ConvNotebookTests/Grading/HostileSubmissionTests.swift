import Arrays
import Cells
import Isolation
import Testing

/// Submissions that try to harm the grader or to pass for what they are not, run by the real worker.
@Suite struct HostileSubmissionTests {
  @Test("cells, values and calls through a worker give what they give in one process")
  func honest() throws {
    let worker = try worker()
    let cell = worker.run(cell: "import numpy as np\nprint('hello')\nx = np.arange(3)\nx", name: "cell a")
    #expect(cell.ending == .completed)
    #expect(cell.outputs == [.stdout("hello\n"), .value("array([0, 1, 2])")])
    #expect(cell.operations > 0)
    let bytes = [0, 1, 2].flatMap { number in withUnsafeBytes(of: Int64(number)) { [UInt8]($0) } }
    #expect(try worker.value(of: "x") == .value(.array(#require(PlainArray(.int64, shape: [3], bytes: bytes)))))
    _ = worker.run(cell: "def f(a, *, b): a.append(b); print(b); return a * 2", name: "cell b")
    let call = worker.call("f", arguments: [.list([])], keywords: [("b", .text("x"))], seed: 1)
    guard case .value(let result) = call else {
      Issue.record("\(call)")
      return
    }
    #expect(result.returned == .list([.text("x"), .text("x")]))
    #expect(result.argumentsAfter == [.list([.text("x")]), .text("x")])
    #expect(result.outputs == [.stdout("x\n")])
    #expect(worker.run(cell: "1 / 0", name: "cell c").ending.raisedClass == "ZeroDivisionError")
    #expect(worker.value(of: "y") == .missing("y"))
    #expect(!worker.hasEnded)
  }

  @Test("operations are the same in every process")
  func determinism() throws {
    let code = "import numpy as np\nx = sorted(np.random.permutation(1000))\nfor i in range(100): x = x[::-1]"
    let counts = try (0..<3).map { _ in
      let worker = try worker()
      _ = worker.run(cell: "import numpy as np\nnp.random.seed(0)", name: "cell")
      return worker.run(cell: code, name: "cell").operations
    }
    #expect(Set(counts).count == 1)
  }

  @Test(
    "what has no end costs its own answer only",
    arguments: [
      ("while True: pass", SubmissionLimit.operations),
      ("while True:\n  try:\n    while True: pass\n  except BaseException: pass", .operations),
      ("def f(n):\n  if n: f(n - 1); f(n - 1)\nf(60)", .operations),
      ("while True: print('x' * 1000)", .output), ("x = []\nwhile True: x.append('a' * 10**6)", .memory),
      ("import time\ntime.sleep(10**6)", .time),
    ])
  func endless(_ code: String, _ limit: SubmissionLimit) throws {
    let worker = try worker { limits in
      if limit == .time { limits.time = .milliseconds(200) }
      if limit == .memory { limits.memory = 128 << 20 }
      if limit == .output { limits.output = 1 << 16 }
    }
    #expect(worker.run(cell: code, name: "cell").ending == .limit(limit))
    if limit != .memory { #expect(worker.value(of: "1 + 1") == .value(.int(2))) }
  }

  @Test(
    "what fills the memory ends in memory, at once or piece by piece",
    arguments: [
      "x = [0] * 10**8", "import numpy as np\nx = np.zeros(10**9)", "x = 'a' * 2**31",
      "x = [1]\nwhile True: x = x + x", "x = {}\nfor i in range(10**9): x[i] = str(i)",
      "x = []\nwhile True:\n  try: x.append(list(range(1000)))\n  except BaseException: pass",
      "import numpy as np\nx = []\nwhile True: x.append(np.ones(10**5))",
    ])
  func memory(_ code: String) throws {
    let worker = try worker { limits in
      limits.memory = 256 << 20
      limits.operations = 1_000_000_000
    }
    #expect(worker.run(cell: code, name: "cell").ending == .limit(.memory))
  }

  @Test(
    "objects that equal everything, and disguises, are opaque",
    arguments: ["E()", "[E()][0]", "D()", "type('ndarray', (), {})()"])
  func disguises(_ expression: String) throws {
    let worker = try worker()
    _ = worker.run(
      cell: """
        class E:
            def __eq__(self, other): return True
            __class__ = float
        class D:
            def __float__(self): return 1.0
            def __array__(self, dtype=None): return [1.0]
            shape = (1,)
        """, name: "cell")
    switch worker.value(of: expression) {
    case .value(.opaque), .raised: break
    case let other: Issue.record("\(other)")
    }
  }

  @Test("a lent function is called by the grader: its code never comes, its results and errors do")
  func lent() throws {
    let lender = try worker()
    _ = lender.run(
      cell: """
        def half(x, *, of=None):
            if isinstance(x, str): raise ValueError("no number")
            x[0] = 9.0
            return x / 2
        """, name: "cell")
    let worker = try worker()
    _ = worker.run(cell: "import numpy as np\ndef half(x): return 0\nkept = half", name: "cell")
    worker.lend(
      LentFunctions(["half"]) { lender.call($0, arguments: $1, keywords: $2, seed: nil) })
    let cell = worker.run(
      cell: """
        x = np.ones(2)
        print(half(x), x, half(x, of=1), kept(1), repr(half)[:9], hasattr(half, "__code__"))
        try: half("a")
        except ValueError as error: print(error)
        try: half(half)
        except Exception as error: print("refused")
        half = kept
        print(half(1))
        """, name: "cell")
    #expect(cell.outputs == [.stdout("[4.5 0.5] [9. 1.] [4.5 0.5] 0 <built-in False\nno number\nrefused\n0\n")])
    #expect(cell.ending == .completed)
  }

  @Test("asking for ever ends as everything does")
  func askingForEver() throws {
    let worker = try worker { $0.time = .milliseconds(300) }
    worker.lend(LentFunctions(["f"]) { _, _, _ in .value(CallResult(returned: .none, argumentsAfter: [])) })
    let ending = worker.run(cell: "while True: f()", name: "cell").ending
    #expect(ending == .limit(.time) || ending == .limit(.operations))
  }

  @Test("a function that changes its arguments, or the next call's, is seen to do so")
  func changedArguments() throws {
    let worker = try worker()
    _ = worker.run(cell: "seen = []\ndef f(x):\n  seen.append(x)\n  seen[0][0] = 9\n  return x", name: "cell")
    for number in 1...2 {
      let call = worker.call("f", arguments: [.list([.int(number)])], keywords: [], seed: nil)
      guard case .value(let result) = call else {
        Issue.record("\(call)")
        return
      }
      // The second call's argument is not the first one's.
      #expect(result.argumentsAfter == [.list([.int(number == 1 ? 9 : 2)])])
    }
  }

  @Test("there is nothing to import, and no file to read, that reaches the machine")
  func machine() throws {
    let worker = try worker()
    for code in [
      "import os", "import subprocess", "import socket", "import ctypes", "import threading", "import key",
      "from pathlib import Path",
    ] {
      #expect(worker.run(cell: code, name: "cell").ending.raisedClass == "ModuleNotFoundError", "\(code)")
    }
    for code in ["open('/etc/passwd')", "__import__('os')", "eval('1')", "exec('1')", "!ls", "%run x.py", "%%bash\nls"]
    {
      let ending = worker.run(cell: code, name: "cell").ending
      #expect(ending.raisedClass != nil, "\(code): \(ending)")
    }
    #expect(!worker.hasEnded)
  }

  @Test("ending the session, or interrupting it, is an exception as others are")
  func exits() throws {
    let worker = try worker()
    #expect(worker.run(cell: "exit()", name: "cell").ending.raisedClass == "SystemExit")
    #expect(worker.run(cell: "import sys\nsys.exit(0)", name: "cell").ending.raisedClass == "SystemExit")
    #expect(worker.run(cell: "raise KeyboardInterrupt", name: "cell").ending.raisedClass == "KeyboardInterrupt")
    #expect(worker.value(of: "1") == .value(.int(1)))
  }
}

extension CellOutcome.Ending {
  var raisedClass: String? {
    if case .raised(let name, _, _) = self { name } else { nil }
  }
}
