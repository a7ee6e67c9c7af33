/// What a piece of code is, for colours.
package enum SyntaxRole: Sendable {
  case keyword, constant, number, string, comment, command, builtin, definition, decorator
}

/// Finds the pieces of a cell that have a colour; also of one that is still being typed.
package struct SyntaxColouring {
  package struct Piece: Equatable, Sendable {
    /// UTF-8 offsets.
    package let range: Range<Int>
    package let role: SyntaxRole
  }

  /// In order; they do not overlap. Behind a place that Python cannot read there are none but a string's.
  package static func pieces(of code: String) -> [Piece] {
    let source = Source(name: "", code, isCell: true)
    let tokens = Lexer.tokens(of: source, mode: .cell).tokens
    var colouring = SyntaxColouring(text: source.text)
    for (index, token) in tokens.enumerated() where !token.kind.hasNoText {
      colouring.addComments(upTo: Int(token.start))
      let before = index > 0 ? tokens[index - 1].kind : .newline
      colouring.add(token, role: colouring.role(of: token, after: before))
    }
    colouring.addRest()
    return colouring.pieces
  }

  private static let builtinNames = Set(BuiltinFunctions.names)

  private let text: [UInt8]
  private var pieces: [Piece] = []
  private var end = 0

  private init(text: [UInt8]) { self.text = text }

  private mutating func add(_ token: Token, role: SyntaxRole?) {
    let range = max(Int(token.start), end)..<min(max(Int(token.end), end), text.count)
    if let role, !range.isEmpty { pieces.append(Piece(range: range, role: role)) }
    end = max(end, range.upperBound)
  }

  /// Comments are no tokens: they lie between them.
  private mutating func addComments(upTo start: Int) {
    while end < start, let sign = text[end..<start].firstIndex(of: UInt8(ascii: "#")) {
      let lineEnd = text[sign...].firstIndex(of: 0x0A) ?? text.count
      pieces.append(Piece(range: sign..<lineEnd, role: .comment))
      end = lineEnd
    }
    end = max(end, min(start, text.count))
  }

  /// What stands behind the last token: comments, or the string that is being typed.
  private mutating func addRest() {
    let quotes = [UInt8(ascii: "'"), UInt8(ascii: "\"")]
    let stop = text[end...].firstIndex { $0 == UInt8(ascii: "#") || quotes.contains($0) }
    if let stop, quotes.contains(text[stop]) {
      pieces.append(Piece(range: stop..<text.count, role: .string))
    } else {
      addComments(upTo: text.count)
    }
  }

  private func role(of token: Token, after before: Token.Kind) -> SyntaxRole? {
    switch token.kind {
    case .string: return .string
    case .integer, .real, .imaginary: return .number
    case .magic: return .command
    case .true_, .false_, .none_: return .constant
    case .name:
      switch before {
      case .def_, .classDefinition: return .definition
      case .at: return .decorator
      case .dot: return nil
      default:
        let name = String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self)
        return Self.builtinNames.contains(name) ? .builtin : nil
      }
    case let kind where kind.isKeyword: return .keyword
    default: return nil
    }
  }
}

extension Token.Kind {
  var isKeyword: Bool { rawValue >= Token.Kind.false_.rawValue }
}
