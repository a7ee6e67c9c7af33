/// Reads JSON in one pass. O(length).
struct JSONReader {
  /// Deeper nesting is an error before it is a stack overflow.
  static let depthLimit = 1000

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// Where the arrays and objects start that are open at `position`.
  private var open: [(kind: String, start: Int)] = []
  var scratch: [UInt8] = []
  /// Whether an escape stands for a character that is not ASCII.
  var hasUnicodeEscapes = false

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// - Returns: the value and whether escapes stand for characters that are not ASCII.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> (value: JSONValue, hasUnicodeEscapes: Bool) {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var reader = JSONReader(buffer)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: buffer.span)
      } catch {
        throw reader.error(.notUTF8, at: error.byteOffsets.lowerBound)
      }
      return (try reader.readText(), reader.hasUnicodeEscapes)
    }
  }

  private mutating func readText() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipBlanks()
    guard position < bytes.count else { throw error(.empty, at: position) }
    let value = try readValue()
    skipBlanks()
    guard position == bytes.count else { throw unexpected("the end of the file") }
    return value
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func readValue() throws(JSONError) -> JSONValue {
    guard position < bytes.count else { throw unexpected("a value") }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "\""):
      let string = try readString()
      return JSONValue(.string(string), range: start..<position)
    case UInt8(ascii: "{"):
      let members = try readMembers()
      return JSONValue(.object(members), range: start..<position)
    case UInt8(ascii: "["):
      let items = try readItems()
      return JSONValue(.array(items), range: start..<position)
    case UInt8(ascii: "-"), 0x30...0x39:
      let number = try readNumber()
      return JSONValue(.number(number), range: start..<position)
    default:
      let content = try readWord()
      return JSONValue(content, range: start..<position)
    }
  }

  private mutating func enter(_ kind: String) throws(JSONError) {
    guard open.count < JSONReader.depthLimit else {
      throw error(.tooDeep(limit: JSONReader.depthLimit), at: position)
    }
    open.append((kind, position))
    position += 1
    skipBlanks()
  }

  /// Goes past the bracket if it is the next byte.
  private mutating func leave(at bracket: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == bracket else { return false }
    position += 1
    open.removeLast()
    return true
  }

  private mutating func readItems() throws(JSONError) -> [JSONValue] {
    try enter("an array")
    var items: [JSONValue] = []
    if leave(at: UInt8(ascii: "]")) { return items }
    while true {
      items.append(try readValue())
      skipBlanks()
      if leave(at: UInt8(ascii: "]")) { return items }
      try skip(UInt8(ascii: ","), "',' or ']'")
      skipBlanks()
    }
  }

  private mutating func readMembers() throws(JSONError) -> [JSONMember] {
    try enter("an object")
    var members: [JSONMember] = []
    if leave(at: UInt8(ascii: "}")) { return members }
    while true {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw unexpected(members.isEmpty ? "a key in double quotes or '}'" : "a key in double quotes")
      }
      let key = try readString()
      skipBlanks()
      try skip(UInt8(ascii: ":"), "':'")
      skipBlanks()
      members.append(JSONMember(key, try readValue()))
      skipBlanks()
      if leave(at: UInt8(ascii: "}")) { return members }
      try skip(UInt8(ascii: ","), "',' or '}'")
      skipBlanks()
    }
  }

  private mutating func skip(_ byte: UInt8, _ expected: String) throws(JSONError) {
    guard position < bytes.count, bytes[position] == byte else { throw unexpected(expected) }
    position += 1
  }

  /// `null`, `true`, `false`, and the words that Python writes for floats that JSON does not have.
  private mutating func readWord() throws(JSONError) -> JSONValue.Content {
    let words: [(StaticString, JSONValue.Content)] = [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)), ("NaN", .number("NaN")),
      ("Infinity", .number("Infinity")),
    ]
    for (word, content) in words {
      let end = position + word.utf8CodeUnitCount
      guard end <= bytes.count else { continue }
      let isEqual = word.withUTF8Buffer { $0.elementsEqual(bytes[position..<end]) }
      if isEqual, end == bytes.count || !JSONReader.isWordByte(bytes[end]) {
        position = end
        return content
      }
    }
    throw unexpected("a value")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private mutating func readNumber() throws(JSONError) -> String {
    let start = position
    while position < bytes.count, JSONReader.isWordByte(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard text == "-Infinity" || JSONReader.isNumber(text) else { throw error(.badNumber(text), at: start) }
    return text
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipDigits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func skip(_ bytes: String) -> Bool {
      guard let first = rest.first, bytes.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("-")
    if !skip("0"), skipDigits() == 0 { return false }
    if skip("."), skipDigits() == 0 { return false }
    if skip("eE") {
      _ = skip("+-")
      if skipDigits() == 0 { return false }
    }
    return rest.isEmpty
  }
}

// MARK: - Errors

extension JSONReader {
  func error(_ problem: JSONError.Problem, at offset: Int) -> JSONError {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let isScalarStart = { (byte: UInt8) in byte & 0xC0 != 0x80 }
    return JSONError(
      problem, line: line(at: offset), column: bytes[lineStart..<offset].count(where: isScalarStart) + 1)
  }

  private func line(at offset: Int) -> Int { bytes[..<offset].count { $0 == 0x0A } + 1 }

  func unclosed(_ kind: String, from start: Int) -> JSONError {
    error(.unclosed(kind, line: line(at: start)), at: bytes.count)
  }

  /// Something else than what is expected stands at `position`, or the text ends there.
  private func unexpected(_ expected: String) -> JSONError {
    guard position < bytes.count else {
      guard let last = open.last else { return error(.expected(expected, found: "the end of the file"), at: position) }
      return unclosed(last.kind, from: last.start)
    }
    var end = position + 1
    if JSONReader.isWordByte(bytes[position]) {
      while end < bytes.count, end - position < 20, JSONReader.isWordByte(bytes[end]) { end += 1 }
    } else {
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    // A word that the end of the file cuts off.
    if end == bytes.count, let last = open.last, JSONReader.isWordByte(bytes[position]) {
      return unclosed(last.kind, from: last.start)
    }
    let found = String(decoding: bytes[position..<end], as: UTF8.self)
    return error(.expected(expected, found: "'\(found.visible)'"), at: position)
  }
}

extension JSONValue {
  /// Reads a whole JSON text. O(length).
  package init(reading bytes: [UInt8]) throws(JSONError) { self = try JSONReader.read(bytes).value }
}
