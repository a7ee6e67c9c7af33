import Cells

/// Answers each cell's code with a fixed result.
final class ScriptedRunner: CellRunner {
  private let results: [String: CellResult]
  private(set) var codes: [String] = []

  init(_ results: [String: CellResult]) { self.results = results }

  func run(_ code: String, name: String, onOutput: (CellOutput) -> Void) -> CellResult {
    codes.append(code)
    let result = results[code] ?? CellResult(outputs: [], isFailed: false)
    result.outputs.forEach(onOutput)
    return result
  }
}

extension CellResult {
  static func printing(_ text: String) -> CellResult { CellResult(outputs: [.stdout(text)], isFailed: false) }

  static func raising(_ className: String, _ message: String) -> CellResult {
    let traceback = "Traceback (most recent call last):\n  File \"Cell a\", line 1\n\(className): \(message)\n"
    return CellResult(
      outputs: [.error(className: className, message: message, traceback: traceback)], isFailed: true)
  }

  static func stopped(_ ending: Ending) -> CellResult { CellResult(outputs: [], ending: ending) }
}

/// A cell with these outputs recorded.
func cell(recording outputs: [RecordedOutput]) throws -> Cell {
  var notebook = try Notebook(Array("---\ncnb: 1\n---\n```python cell=a\nx\n```\n".utf8))
  notebook.record(outputs, for: "a")
  return notebook.cells[0]
}
