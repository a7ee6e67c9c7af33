/// Reads an expression backwards from its end: `model.layers[0]` in `print(model.layers[0].`
struct BackwardExpression {
  private let text: [UInt8]
  /// Behind the expression's last byte.
  var end: Int

  init(_ text: [UInt8], end: Int) {
    self.text = text
    self.end = end
  }

  var lastByte: UInt8? { end > 0 ? text[end - 1] : nil }

  mutating func skipBlanks() {
    while let byte = lastByte, byte == 0x20 || byte == 0x09 { end -= 1 }
  }

  /// The steps of the expression that ends here; `nil` where there is none that can be followed.
  func steps() -> [CompletionPlace.Step]? {
    var reader = self
    var steps: [CompletionPlace.Step] = []
    while let step = reader.lastStep() {
      steps.append(step)
      if case .attribute = step { continue }
      if case .item = step { continue }
      return steps.reversed()
    }
    return nil
  }

  /// Takes the last step off.
  private mutating func lastStep() -> CompletionPlace.Step? {
    switch lastByte {
    case UInt8(ascii: "]"):
      return lastItem()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return .text
    case let byte? where Lexer.isWordByte(byte):
      var start = end
      while start > 0, Lexer.isWordByte(text[start - 1]) { start -= 1 }
      guard text[start] &- 0x30 >= 10 else { return nil }
      let name = CompletionPlace.string(text[start..<end])
      end = start
      guard lastByte == UInt8(ascii: ".") else { return .name(name) }
      end -= 1
      return .attribute(name)
    default:
      return nil
    }
  }

  /// `[0]` or `["W"]`.
  private mutating func lastItem() -> CompletionPlace.Step? {
    guard let opening = text[..<end].lastIndex(of: UInt8(ascii: "[")) else { return nil }
    let inside = text[(opening + 1)..<(end - 1)]
    end = opening
    if let index = Int(CompletionPlace.string(inside)) { return .item(.integer(index)) }
    guard inside.count >= 2, let quote = inside.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
      inside.last == quote, !inside.contains(UInt8(ascii: "\\"))
    else { return nil }
    return .item(.text(CompletionPlace.string(inside.dropFirst().dropLast())))
  }

  /// The function in whose call's brackets the end stands, unless the value of a keyword argument comes next.
  func callee() -> [CompletionPlace.Step]? {
    var depth = 0
    var index = end
    if let byte = lastByte, byte != UInt8(ascii: "("), byte != UInt8(ascii: ","), byte != 0x0A { return nil }
    while index > 0 {
      index -= 1
      switch text[index] {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0 { return nil }
        depth -= 1
      case UInt8(ascii: "("):
        if depth == 0 { return BackwardExpression(text, end: index).steps() }
        depth -= 1
      default: break
      }
    }
    return nil
  }
}
