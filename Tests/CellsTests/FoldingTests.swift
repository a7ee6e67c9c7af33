import Cells
import Testing

@Suite("Values folded at a width")
struct FoldingTests {
  private func session(_ cells: String...) -> Session {
    let session = Session()
    for cell in cells { _ = session.run(cell, name: "a.cnb, cell a", onOutput: { _ in }) }
    return session
  }

  // What `np.set_printoptions(linewidth=N); x` shows in IPython 8.18.1 with NumPy 1.26.4.
  @Test(
    "print as with NumPy's own line width",
    arguments: [
      ("x", 75, "array([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11])"),
      ("x", 30, "array([ 0,  1,  2,  3,  4,\n        5,  6,  7,  8,  9,\n       10, 11])"),
      (
        "x.reshape(2, 6) / 2", 26,
        "array([[0. , 0.5, 1. ,\n        1.5, 2. , 2.5],\n       [3. , 3.5, 4. ,\n        4.5, 5. , 5.5]])"
      ),
      ("[1, 22, 333]", 12, "[1, 22, 333]"),
      ("[1, 22, 333, 4444]", 12, "[1,\n 22,\n 333,\n 4444]"),
      ("'text'", 40, "'text'"),
    ])
  func widths(_ expression: String, _ width: Int, _ text: String) {
    let session = session("import numpy as np; x = np.arange(12)")
    #expect(session.foldedValue(of: expression, lineWidth: width) == .text(text))
  }

  @Test("leave the session as it was")
  func unchanged() {
    let session = session("import numpy as np; x = np.arange(30)", "'before'")
    _ = session.foldedValue(of: "x", lineWidth: 20)
    _ = session.foldedOutput(2, lineWidth: 20)
    let result = session.run("print(_)\nnp.get_printoptions()['linewidth']", name: "a", onOutput: { _ in })
    #expect(result.outputs == [.stdout("before\n"), .value("75")])
    #expect(result.executionCount == 3)
  }

  @Test("are found by the number of their cell")
  func outputs() {
    let session = session("import numpy as np\nnp.arange(8)", "x = 1")
    #expect(session.foldedOutput(1, lineWidth: 16) == .text("array([0, 1, 2,\n       3, 4, 5,\n       6, 7])"))
    #expect(session.foldedOutput(2, lineWidth: 16) == nil)
  }

  @Test(
    "take expressions only, and say what went wrong",
    arguments: [
      ("y", "NameError: name 'y' is not defined"), ("1 / 0", "ZeroDivisionError: division by zero"),
      ("1) + (2", nil), ("1); x = (2", "SyntaxError: only one expression can be folded"),
    ])
  func problems(_ expression: String, _ message: String?) {
    let session = session("x = 1")
    let folded = session.foldedValue(of: expression, lineWidth: 40)
    #expect(folded == message.map { .failed($0) } ?? .text("3"))
    #expect(session.foldedValue(of: "x", lineWidth: 40) == .text("1"))
    guard case .failed(let text) = session.foldedValue(of: "x = 2", lineWidth: 40) else {
      Issue.record("an assignment was accepted")
      return
    }
    #expect(text.hasPrefix("SyntaxError: "))
  }
}
