/// A block of code in a notebook and the outputs recorded for it.
package struct Cell: Sendable {
  package let id: String
  /// Whether the file names the cell; if not, the id is made from its text and written when the file is saved.
  package let hasWrittenID: Bool
  /// Python source; line ends are `\n`.
  package let code: String
  /// What stands after the opening fence.
  package let info: InfoString
  /// The 1-based line of the opening fence.
  package let line: Int
  /// `compare`, `rtol`, `atol` and `error`, where the cell has them.
  package let comparison: ComparisonSettings
  /// In the order of the file.
  package internal(set) var recorded: [RecordedOutput] = []

  /// How the cell is called in tracebacks.
  package var name: String { "Cell \(id)" }
}

extension Cell {
  /// Letters, digits, `-`, `_` and `.`.
  static func isValidID(_ id: String) -> Bool {
    !id.isEmpty && id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
  }

  /// A short id for a cell that has none: after the first function or class that it defines, or else after the
  /// heading above it, with a number where the id is taken.
  static func makeID(code: String, heading: String?, taken: Set<String>) -> String {
    let candidates = [definedName(in: code), heading].compactMap { $0.map(slug) }
    let base = candidates.first { !$0.isEmpty } ?? "cell"
    var id = base
    var number = 2
    while taken.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private static func definedName(in code: String) -> String? {
    for line in code.split(separator: "\n") {
      for keyword in ["def ", "class "] where line.hasPrefix(keyword) {
        let name = line.dropFirst(keyword.count).drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if !name.isEmpty { return String(name) }
      }
    }
    return nil
  }

  /// Lower-case ASCII words joined by `-`, 32 characters at most.
  private static func slug(_ text: String) -> String {
    var words: [String] = []
    var length = -1
    let isWordByte = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
    for word in text.lowercased().utf8.split(whereSeparator: { !isWordByte($0) }) {
      if words.isEmpty {
        words.append(String(decoding: word.prefix(32), as: UTF8.self))
      } else {
        guard length + 1 + word.count <= 32 else { break }
        words.append(String(decoding: word, as: UTF8.self))
      }
      length += 1 + word.count
    }
    return words.joined(separator: "-")
  }
}
