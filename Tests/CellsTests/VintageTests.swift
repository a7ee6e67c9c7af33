import Arrays
import Cells
import GoldenFiles
import Testing

@Suite struct VintageTests {
  @Test("takes after Python 3.6 with NumPy 1.11", arguments: goldenCases("vintages-3.6.txt"))
  func oldest(_ golden: GoldenCase) {
    expect(golden, of: .numpy111, .numpy113)
  }

  @Test("takes after Python 3.7 with NumPy 1.18", arguments: goldenCases("vintages-3.7.txt"))
  func older(_ golden: GoldenCase) {
    expect(golden, of: Vintage(python: 7, numpy: 18), .numpy126)
  }

  private func expect(_ golden: GoldenCase, of vintage: Vintage, _ style: PrintStyle) {
    var options = SessionOptions()
    options.kind = .script
    options.vintage = vintage
    options.printStyle = style
    let session = Session(options: options)
    _ = session.run("import numpy as np", name: "imports.py", onOutput: { _ in })
    let result = session.run(golden[0], name: "program.py", onOutput: { _ in })
    var printed = ""
    var error = ""
    for output in result.outputs {
      switch output {
      case .stdout(let text): printed += text
      case .error(let name, let message, _): error = "\(name): \(message.withoutPlace)"
      default: break
      }
    }
    #expect(printed == golden[1])
    #expect(error == golden[2])
  }

  @Test("the print style that was asked for decides")
  func askedFor() {
    #expect(PrintStyleDecision(.fixed(.numpy113), for: []).vintage == .numpy111)
    #expect(PrintStyleDecision(.fixed(.numpy126), for: [], pythonVersion: "3.6.0").vintage == .current)
  }

  @Test(
    "recorded outputs and the kernel's Python decide",
    arguments: [
      ("print(0.5)", "0.0489952035289\n", "3.6.0", Vintage.numpy111),
      ("print(0.5)", "0.0489952035289\n", nil, .numpy111),
      ("print(0.5)", "0.048995203528855794\n", "3.7.6", Vintage(python: 7, numpy: 18)),
      ("print(0.5)", "0.048995203528855794\n", "3.9.13", Vintage(python: 9, numpy: 26)),
      ("print(0.5)", "0.048995203528855794\n", "3.13.1", .current),
      ("print(0.5)", "0.048995203528855794\n", nil, .current),
      ("print(np.float(0.5))", "0.048995203528855794\n", "3.9.13", Vintage(python: 9, numpy: 22)),
      ("print(np.float64(0.5))", "0.048995203528855794\n", "3.9.13", Vintage(python: 9, numpy: 26)),
    ] as [(String, String, String?, Vintage)])
  func recorded(_ code: String, _ output: String, _ version: String?, _ vintage: Vintage) throws {
    let cell = try cell(of: code, recording: RecordedOutput(.output, output))
    #expect(PrintStyleDecision(.auto, for: [cell], pythonVersion: version).vintage == vintage)
  }

  @Test("an error that was recorded for a dropped name is kept")
  func droppedNameFailed() throws {
    let cell = try cell(
      of: "np.float(1)", recording: RecordedOutput(.error, "AttributeError: module 'numpy' has no attribute 'float'."))
    #expect(PrintStyleDecision(.auto, for: [cell], pythonVersion: "3.10.4").vintage.numpy == 26)
  }

  private func cell(of code: String, recording output: RecordedOutput) throws -> Cell {
    var notebook = try Notebook(Array("---\ncnb: 1\n---\n```python cell=a\n\(code)\n```\n".utf8))
    notebook.record([output], for: "a")
    return notebook.cells[0]
  }

  @Test("without the layers, the names of the course are a NameError until a cell defines them")
  func layersAreNotOffered() {
    var options = SessionOptions()
    options.offersLayers = false
    let session = Session(options: options)
    for name in ["zero_pad", "conv_forward", "pool_backward", "distribute_value", "layers"] {
      let result = session.run(name, name: "cell", onOutput: { _ in })
      #expect(result.raisedError?.className == "NameError")
    }
  }
}

extension String {
  /// Without the place that a message about syntax may end in.
  fileprivate var withoutPlace: String {
    guard hasSuffix(")"), let start = lastIndex(of: "("), self[start...].contains(", line ") else { return self }
    return String(self[..<start].dropLast())
  }
}
