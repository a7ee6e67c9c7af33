import Cells
import Testing

/// A notebook whose cells "run" in a history only.
private struct Runs {
  var cells: [(id: String, code: String)]
  var history = RunHistory()

  init(_ cells: KeyValuePairs<String, String>) { self.cells = cells.map { ($0.key, $0.value) } }

  mutating func run(_ ids: String..., ending: CellResult.Ending = .completed) {
    for id in ids {
      guard let cell = cells.first(where: { $0.id == id }) else { continue }
      history.add(cell: id, code: cell.code + "\n", ending: ending)
    }
  }

  mutating func runAll() { for cell in cells { run(cell.id) } }

  mutating func change(_ id: String, _ code: String) {
    for index in cells.indices where cells[index].id == id { cells[index].code = code }
  }

  func freshness(_ id: String) throws -> String {
    let text = cells.map { "```python cell=\($0.id)\n\($0.code)\n```\n" }.joined(separator: "\n")
    return try FreshnessReport(of: notebook(text).cells, in: history)[id]?.text ?? "no such cell"
  }

  /// `a=fresh b=stale: ...` of all cells.
  func stale() throws -> [String] { try cells.map { "\($0.id): \(try freshness($0.id))" } }
}

@Suite("Stale cells")
struct FreshnessTests {
  private let chain: KeyValuePairs = ["a": "W = 1", "b": "Z = W + 1", "c": "print(Z)", "d": "print(5)"]

  @Test("a cell that has not run is neither fresh nor stale")
  func neverRun() throws {
    var runs = Runs(chain)
    #expect(try runs.freshness("a") == "never run")
    runs.run("a")
    #expect(try runs.freshness("a") == "fresh")
    #expect(try runs.freshness("b") == "never run")
  }

  @Test("a changed cell makes its readers stale, and theirs")
  func changed() throws {
    var runs = Runs(chain)
    runs.runAll()
    runs.change("a", "W = 2")
    #expect(
      try runs.stale() == [
        "a: stale: its code changed", "b: stale: cell a (W) changed", "c: stale: cell b (Z) is stale", "d: fresh",
      ])
    runs.run("a")
    #expect(
      try runs.stale() == [
        "a: fresh", "b: stale: cell a (W) changed", "c: stale: cell b (Z) is stale", "d: fresh",
      ])
    runs.run("b")
    #expect(try runs.freshness("c") == "stale: cell b (Z) was run again")
    runs.run("c")
    #expect(try runs.stale() == ["a: fresh", "b: fresh", "c: fresh", "d: fresh"])
  }

  @Test("a change that is taken back leaves all fresh")
  func takenBack() throws {
    var runs = Runs(chain)
    runs.runAll()
    runs.change("a", "W = 2")
    runs.change("a", "W = 1\n\n")
    #expect(try runs.freshness("c") == "fresh")
    runs.change("a", "W = 2")
    runs.run("a", "b")
    runs.change("a", "W = 1")
    runs.run("a", "b")
    #expect(try runs.freshness("c") == "fresh")
  }

  @Test("running the same code on the same values again changes nothing")
  func sameAgain() throws {
    var runs = Runs(chain)
    runs.runAll()
    runs.run("a", "a", "b")
    #expect(try runs.freshness("c") == "fresh")
  }

  @Test("running a cell again that changes what it reads makes its readers stale")
  func changesItsOwn() throws {
    var runs = Runs(["a": "x = 1", "b": "x += 1", "c": "print(x)"])
    runs.runAll()
    runs.run("b")
    #expect(try runs.freshness("b") == "fresh")
    #expect(try runs.freshness("c") == "stale: cell b (x) was run again")
    runs.run("a", "b")
    #expect(try runs.freshness("c") == "fresh")
  }

  @Test("random numbers depend on the state that the cells before left")
  func randomNumbers() throws {
    var runs = Runs([
      "np": "import numpy as np", "seed": "np.random.seed(1)", "a": "x = np.random.randn(3)", "b": "print(x)",
    ])
    runs.runAll()
    runs.run("a")
    #expect(try runs.freshness("b") == "stale: cell a (x) was run again")
    runs.run("seed", "a")
    #expect(try runs.freshness("b") == "fresh")
    runs.change("seed", "np.random.seed(2)")
    #expect(try runs.freshness("a") == "stale: cell seed (np.random) changed")
  }

  @Test("a cell that measures time leaves something new each time")
  func clocks() throws {
    var runs = Runs(["a": "t = time.time()", "b": "print(t)"])
    runs.runAll()
    runs.run("a")
    #expect(try runs.freshness("b") == "stale: cell a (t) was run again")
  }

  @Test("a name that a later cell gives anew does not matter to those above")
  func givenLater() throws {
    var runs = Runs(["a": "W = 1", "b": "print(W)", "c": "W = 2", "d": "print(W)"])
    runs.runAll()
    runs.change("c", "W = 3")
    runs.run("c")
    #expect(
      try runs.stale() == ["a: fresh", "b: fresh", "c: fresh", "d: stale: cell c (W) changed"])
    runs.run("a")
    #expect(try runs.freshness("d") == "stale: cell c (W) changed")
  }

  @Test("a cell put between that gives the name makes the reader stale")
  func between() throws {
    var runs = Runs(["a": "W = 1", "b": "print(W)"])
    runs.runAll()
    runs.cells.insert(("n", "W = 5"), at: 1)
    #expect(try runs.freshness("b") == "fresh")
    runs.run("n")
    #expect(try runs.freshness("b") == "stale: cell n (W) ran after it")
    runs.run("b")
    #expect(try runs.freshness("b") == "fresh")
  }

  @Test("a name that was missing makes the reader stale once a cell above gives it")
  func missing() throws {
    var runs = Runs(["a": "W = 1", "b": "print(W)"])
    runs.run("b", ending: .raised)
    #expect(try runs.freshness("b") == "stale: it failed")
    runs.run("a")
    #expect(try runs.freshness("b") == "stale: it failed; cell a (W) ran after it")
  }

  @Test("deleted, failed and interrupted cells are named")
  func otherReasons() throws {
    var runs = Runs(["a": "W = 1", "b": "V = 2", "c": "print(W, V)"])
    runs.runAll()
    runs.run("b", ending: .raised)
    runs.cells.removeFirst()
    #expect(try runs.freshness("b") == "stale: it failed")
    #expect(try runs.freshness("c") == "stale: cell b (V) failed; cell a (W) was deleted")
    runs.run("b", ending: .interrupted)
    #expect(try runs.freshness("b") == "stale: it was interrupted")
    runs.run("b", ending: .limit(.time(.seconds(1))))
    #expect(try runs.freshness("b") == "stale: it reached the time limit of 1.0 seconds")
  }

  @Test("an error that the cell announces is success")
  func expectedError() throws {
    var runs = Runs(chain)
    runs.history.add(cell: "a", code: "W = 1\n", ending: .raised, isExpected: true)
    #expect(try runs.freshness("a") == "fresh")
  }

  @Test("functions read when they are called, and what they read counts for the caller")
  func functions() throws {
    var runs = Runs([
      "f": "def f():\n    return W", "w": "W = 1", "call": "Z = f()", "g": "class G:\n    def m(self): return W",
      "object": "o = G()", "method": "o.m();",
    ])
    runs.runAll()
    runs.change("w", "W = 2")
    #expect(
      try runs.stale() == [
        "f: fresh", "w: stale: its code changed", "call: stale: cell w (W) changed", "g: fresh",
        "object: stale: cell w (W) changed", "method: stale: cell w (W) changed; cell object (o) is stale",
      ])
    runs.change("w", "W = 1")
    runs.change("f", "def f():\n    return 2 * W")
    #expect(try runs.freshness("call") == "stale: cell f (f) changed")
  }

  @Test("a function that seeds the generator itself leaves its caller repeatable")
  func seededFunctions() throws {
    var runs = Runs([
      "np": "import numpy as np", "f": "def init():\n    np.random.seed(3)\n    return np.random.randn(2)",
      "call": "p = init()", "read": "print(p)",
    ])
    runs.runAll()
    runs.run("call")
    #expect(try runs.freshness("read") == "fresh")
  }

  @Test("methods of modules and of predefined names change nothing, those of objects may")
  func methods() throws {
    var runs = Runs([
      "m": "import numpy as np", "a": "x = np.pad(y)", "l": "log = []", "b": "log.append(1);", "c": "print(log)",
      "e": "print(np.ones(1))",
    ])
    runs.runAll()
    runs.change("a", "x = np.pad(z)")
    runs.change("b", "log.append(2);")
    #expect(try runs.freshness("e") == "fresh")
    #expect(try runs.freshness("c") == "stale: cell b (log) changed")
  }

  @Test("what was typed at the prompt is named")
  func typed() throws {
    var runs = Runs(chain)
    runs.runAll()
    runs.history.add(cell: nil, code: "W = 7", ending: .completed)
    #expect(try runs.freshness("b") == "fresh")
    runs.run("b")
    #expect(try runs.freshness("b") == "stale: W was set at the prompt")
  }

  @Test("many cells and names are counted")
  func manyReasons() {
    let cells = ["a", "b", "c", "d", "e"].map { StaleReason.source(cell: $0, names: ["x", "y"], .changed) }
    #expect(
      Freshness.stale(cells).text == "stale: cells a (x, y), b (x, y), c (x, y) and 2 more changed")
    let reasons: [StaleReason] = [
      .edited, .source(cell: "a", names: ["p", "q", "r", "s", "t"], .stale), .source(cell: "b", names: ["*"], .failed),
    ]
    #expect(
      Freshness.stale(reasons).text
        == "stale: its code changed; cell b (import *) failed; cell a (p, q, r and 2 more) is stale")
  }

  @Test("star imports and commands that run files give all names")
  func everything() throws {
    var runs = Runs(["a": "from m import *", "b": "f(x)"])
    runs.runAll()
    runs.change("a", "from n import *")
    #expect(try runs.freshness("b") == "stale: cell a (f, x) changed")
  }
}
