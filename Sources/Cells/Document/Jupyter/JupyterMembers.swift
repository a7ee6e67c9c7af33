/// Takes values of the right type out of one object of a Jupyter notebook, or says what is wrong with it and where.
struct JupyterMembers {
  let value: JSONValue
  /// Which cell it belongs to: `cell 3 (zero-pad)`.
  var cell: String?
  /// What leads to the object: `outputs[2].`
  var path = ""
  let lines: LineNumbers

  init(_ value: JSONValue, cell: String? = nil, path: String = "", lines: LineNumbers) {
    self.value = value
    self.cell = cell
    self.path = path
    self.lines = lines
  }

  static let textType = "a string or an array of strings"

  func problem(_ member: String, _ expected: String, _ found: JSONValue?) -> NotebookError {
    let place = found ?? value
    return .badJupyter(
      JupyterProblem(
        .wrongType(member: path + member, expected: expected, found: found?.kind ?? "nothing"), cell: cell,
        line: lines.line(at: place.range.lowerBound)))
  }

  func string(_ key: String) throws(NotebookError) -> String {
    let found = value[key]
    guard let string = found?.string else { throw problem(key, "a string", found) }
    return string
  }

  /// A string, or the lines of one.
  func text(_ key: String) throws(NotebookError) -> String {
    let found = value[key]
    guard let text = found?.jupyterText else { throw problem(key, JupyterMembers.textType, found) }
    return text
  }

  func items(_ key: String) throws(NotebookError) -> [JSONValue] {
    let found = value[key]
    guard let items = found?.items else { throw problem(key, "an array", found) }
    return items
  }

  /// `nil` where there is no such member.
  func object(_ key: String) throws(NotebookError) -> JupyterMembers? {
    guard let found = value[key] else { return nil }
    guard found.members != nil else { throw problem(key, "an object", found) }
    return JupyterMembers(found, cell: cell, path: "\(path)\(key).", lines: lines)
  }
}

/// Finds the lines of offsets in a text.
final class LineNumbers: Sendable {
  private let starts: [Int]

  /// O(length).
  init(_ bytes: [UInt8]) {
    starts = bytes.withUnsafeBufferPointer { bytes in
      var starts = [0]
      for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
      return starts
    }
  }

  /// The 1-based line. O(log lines).
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}

extension JSONValue {
  /// Of the kernel that ran a notebook.
  var jupyterPythonVersion: String? { self["metadata"]?["language_info"]?["version"]?.string }

  /// The text of a string or of an array of its lines; `nil` for anything else.
  var jupyterText: String? {
    if let string { return string }
    guard let items else { return nil }
    var text = ""
    for item in items {
      guard let line = item.string else { return nil }
      text += line
    }
    return text
  }
}
