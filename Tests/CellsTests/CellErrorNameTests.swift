import Cells
import Testing

@Suite struct CellErrorNameTests {
  @Test(
    "errors of cells are called by their class's own name, as in IPython",
    arguments: [
      ("np.sum(np.ones(2), axis=3)", "AxisError", "axis 3 is out of bounds for array of dimension 1"),
      (
        "x = np.ones(2); x += None", "UFuncTypeError",
        "Cannot cast ufunc 'add' output from dtype('O') to dtype('float64') with casting rule 'same_kind'"
      ),
      ("class A:\n    class E(Exception): pass\nraise A.E('x')", "E", "x"),
    ])
  func ownName(_ code: String, _ name: String, _ message: String) {
    let session = Session()
    let result = session.run("import numpy as np\n" + code, name: "cell", onOutput: { _ in })
    guard case .error(let shownName, let shownMessage, let traceback)? = result.outputs.last else {
      Issue.record("\(result.outputs)")
      return
    }
    #expect(shownName == name)
    #expect(shownMessage == message)
    #expect(traceback.split(separator: "\n").last?.contains("\u{1b}[0;31m\(name)\u{1b}[0m: \(message)") == true)
  }

  @Test("misspelt names get no suggestion in cells, as in IPython")
  func noSuggestion() {
    let result = Session().run("value = 1\nvalues", name: "cell", onOutput: { _ in })
    #expect(result.raisedError?.message == "name 'values' is not defined")
  }
}
