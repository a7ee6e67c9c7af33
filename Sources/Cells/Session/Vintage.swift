import Arrays

/// The Python and NumPy that a session takes after where later versions behave otherwise: notebooks keep outputs that
/// only the versions of their time give.
///
/// What both versions do alike, and nearly everything is, does not depend on it. The print style is another matter:
/// `np.set_printoptions(legacy="1.13")` changes that alone.
package struct Vintage: Sendable, Hashable {
  /// Of Python 3: 11 for Python 3.11.
  package let python: Int
  /// Of NumPy 1: 26 for NumPy 1.26.
  package let numpy: Int

  package init(python: Int, numpy: Int) {
    self.python = python
    self.numpy = numpy
  }

  /// CPython 3.11 and NumPy 1.26.
  package static let current = Vintage(python: 11, numpy: 26)

  /// The versions of the course's notebooks of 2017 and 2019: Python 3.6 and NumPy 1.11.
  package static let numpy111 = Vintage(python: 6, numpy: 11)

  /// The one of a print style that was asked for.
  package init(of style: PrintStyle) {
    self = style == .numpy113 ? .numpy111 : .current
  }

  /// The one that recorded outputs speak of.
  ///
  /// - Parameters:
  ///   - style: the print style of the recorded outputs.
  ///   - pythonVersion: what the notebook says of its kernel, such as `3.7.6`.
  package init(of cells: [Cell], style: PrintStyle, pythonVersion: String?) {
    guard style != .numpy113 else {
      self = .numpy111
      return
    }
    let parts = (pythonVersion ?? "").split(separator: ".").map { Int($0) ?? 0 }
    let python = parts.count > 1 && parts[0] == 3 ? min(parts[1], Vintage.current.python) : Vintage.current.python
    // NumPy 1.22 and later need Python 3.8; the names that 1.24 dropped tell of something older.
    let numpy = python < 8 ? 18 : Vintage.usesDroppedNames(cells) ? 22 : Vintage.current.numpy
    self.init(python: python, numpy: numpy)
  }

  /// Whether code that ran well has names such as `np.float`, which NumPy 1.24 dropped.
  private static func usesDroppedNames(_ cells: [Cell]) -> Bool {
    var isRecorded = false
    for output in cells.lazy.flatMap(\.recorded) {
      isRecorded = true
      if output.kind == .error, output.text.contains("has no attribute") { return false }
    }
    return isRecorded
      && cells.contains { cell in
        RemovedNames.aliases.contains { name in Vintage.code(cell.code, has: "np.\(name)") }
      }
  }

  /// Whether a name stands in code as a whole: `np.float` does not in `np.float64`.
  private static func code(_ code: String, has name: String) -> Bool {
    let (code, name) = (Array(code.utf8), Array(name.utf8))
    func isPartOfName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
      default: false
      }
    }
    guard code.count >= name.count else { return false }
    for start in 0...(code.count - name.count) where code[start] == name[0] {
      let end = start + name.count
      if code[start..<end].elementsEqual(name), end == code.count || !isPartOfName(code[end]) { return true }
    }
    return false
  }
}
