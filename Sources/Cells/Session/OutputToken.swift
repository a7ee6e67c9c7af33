/// A printed text cut into what comparisons look at: numbers, words and marks.
struct OutputToken: Equatable {
  enum Kind { case number, word, mark, blank, lineEnd }
  let kind: Kind
  let text: String

  /// The tokens of a text, blanks and line ends included: joined, they are the text. O(length).
  static func all(of text: String) -> [OutputToken] {
    var scanner = OutputScanner(Array(text.utf8))
    var tokens: [OutputToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  /// What counts in comparisons that are blind to blanks. Line ends count, however many in a row, but not inside
  /// brackets (NumPy wraps arrays where their width asks for it) and not at the end.
  static func significant(in text: String) -> [OutputToken] {
    var tokens: [OutputToken] = []
    var depth = 0
    for token in all(of: text) where token.kind != .blank {
      if token.kind == .lineEnd {
        if depth > 0 || tokens.last.map({ $0.kind == .lineEnd }) ?? true { continue }
      } else if token.kind == .mark {
        if ["[", "(", "{"].contains(token.text) { depth += 1 }
        if ["]", ")", "}"].contains(token.text) { depth = max(0, depth - 1) }
      }
      tokens.append(token)
    }
    if tokens.last?.kind == .lineEnd { tokens.removeLast() }
    return tokens
  }

  /// Whether the token stands for a value that a computation gave.
  var isValue: Bool {
    kind == .number || kind == .word && ["nan", "inf", "True", "False"].contains(text)
  }
}

private struct OutputScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }
  private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(byte(index)) }
  private func isSign(_ index: Int) -> Bool { byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: "+") }
  private func isPoint(_ index: Int) -> Bool { byte(index) == UInt8(ascii: ".") }
  private func isWordByte(_ index: Int) -> Bool {
    let byte = byte(index)
    return (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  mutating func next() -> OutputToken? {
    guard position < bytes.count else { return nil }
    let start = position
    let kind: OutputToken.Kind
    if byte(position) == 0x0A {
      position += 1
      kind = .lineEnd
    } else if byte(position) == 0x20 || byte(position) == 0x09 {
      while byte(position) == 0x20 || byte(position) == 0x09 { position += 1 }
      kind = .blank
    } else if isWordByte(position) {
      while isWordByte(position) || isDigit(position) { position += 1 }
      kind = .word
    } else if let end = numberEnd() {
      position = end
      kind = .number
    } else {
      position += 1
      kind = .mark
    }
    return OutputToken(kind: kind, text: String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// The end of the number that starts here: `7`, `-0.5`, `1.`, `.5`, `6.02e+23`. A sign belongs to it unless it
  /// follows an operand.
  private func numberEnd() -> Int? {
    var end = position
    if isSign(end) {
      let previous = position - 1
      let followsOperand =
        isWordByte(previous) || isDigit(previous) || isPoint(previous)
        || [UInt8(ascii: ")"), UInt8(ascii: "]")].contains(byte(previous))
      if followsOperand { return nil }
      end += 1
    }
    guard isDigit(end) || isPoint(end) && isDigit(end + 1) else { return nil }
    while isDigit(end) { end += 1 }
    if isPoint(end) {
      end += 1
      while isDigit(end) { end += 1 }
    }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      let digits = isSign(end + 1) ? end + 2 : end + 1
      if isDigit(digits) {
        end = digits
        while isDigit(end) { end += 1 }
      }
    }
    return end
  }
}
