/// A string literal that is open where a text ends.
struct TypedString: Equatable {
  /// Of the prefix or the first quote.
  let start: Int
  /// Behind the opening quotes.
  let content: Int
  let isTriple: Bool

  enum State: Equatable {
    case code, comment
    case string(TypedString)
  }

  /// What the end of the text stands in. O(count).
  static func state(of text: ArraySlice<UInt8>) -> State {
    let end = text.endIndex
    var index = text.startIndex
    while index < end {
      switch text[index] {
      case UInt8(ascii: "#"):
        guard let lineEnd = text[index...].firstIndex(of: 0x0A) else { return .comment }
        index = lineEnd
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let quote = text[index]
        var start = index
        while start > text.startIndex, index - start < 2, isPrefix(text[start - 1]) { start -= 1 }
        let isTriple = index + 2 < end && text[index + 1] == quote && text[index + 2] == quote
        let content = index + (isTriple ? 3 : 1)
        guard let behind = closing(of: text, from: content, quote: quote, isTriple: isTriple) else {
          return .string(TypedString(start: start, content: content, isTriple: isTriple))
        }
        index = behind
      default:
        index += 1
      }
    }
    return .code
  }

  private static func isPrefix(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "u"): true
    default: false
    }
  }

  /// Behind the closing quotes, or behind the line in which a simple string stays open; `nil` at the end of the text.
  private static func closing(of text: ArraySlice<UInt8>, from start: Int, quote: UInt8, isTriple: Bool) -> Int? {
    var index = start
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "\\"):
        index += 1
      case 0x0A where !isTriple:
        return index
      case quote:
        if !isTriple { return index + 1 }
        if index + 2 < text.endIndex, text[index + 1] == quote, text[index + 2] == quote { return index + 3 }
      default:
        break
      }
      index += 1
    }
    return nil
  }
}
