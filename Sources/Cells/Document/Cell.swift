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

  /// How the cell is called in tracebacks: `lesson.cnb, cell zero-pad-demo`.
  package func name(in file: String) -> String { "\(file), cell \(id)" }
}

extension Cell {
  /// Whether the cell says that it has to end in this error.
  package func expects(_ error: RaisedError?) -> Bool { error != nil && comparison.expectedError == error?.className }

  /// Letters, digits, `-`, `_` and `.`.
  static func isValidID(_ id: String) -> Bool {
    !id.isEmpty && id.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
  }

  /// What a made id starts with: the name of the first function or class that the code defines, or else the heading
  /// above it.
  static func baseID(code: String, heading: String?) -> String {
    let candidates = [definedName(in: code), heading].compactMap { $0.map(slug) }
    return candidates.first { !$0.isEmpty } ?? "cell"
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
