/// Where the cursor stands in a cell that is being typed: in a name, behind a dot, in a string, ...
///
/// Found from the bytes in front of the cursor, since the text is hardly ever a whole program.
struct CompletionPlace {
  /// One step of an expression that can be followed without running it: `model.layers[0]["W"]`.
  enum Step: Equatable {
    case name(String)
    /// A string literal.
    case text
    case attribute(String)
    case item(Key)
  }

  enum Key: Equatable {
    case text(String)
    case integer(Int)
  }

  enum Kind: Equatable {
    case nothing
    /// A name, in a call of `callee` where there is one.
    case name(callee: [Step]?)
    case attribute(of: [Step])
    /// A subscript's key; `quote` where its string was begun.
    case key(of: [Step], quote: Character?)
    /// Of a module, behind `import` or `from`.
    case module
    /// A name behind `from module import`.
    case imported(from: String)
    /// Behind `%` or `%%`.
    case command(isCell: Bool)
    /// A path, in a string or behind a command that takes one.
    case path(String)
  }

  private(set) var kind = Kind.nothing
  /// Where the word begins that a candidate replaces.
  private(set) var start: Int
  let cursor: Int
  private let text: [UInt8]

  /// What of the word was typed.
  var prefix: String { Self.string(text[start..<cursor]) }

  init(_ text: [UInt8], cursor: Int) {
    self.text = text
    self.cursor = cursor
    start = cursor
    find()
  }

  private mutating func find() {
    switch TypedString.state(of: text[..<cursor]) {
    case .comment: return
    case .string(let string): return findInString(string)
    case .code: break
    }
    let lineStart = text[..<cursor].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = text[lineStart..<cursor].drop { $0 == 0x20 || $0 == 0x09 }
    if line.first == UInt8(ascii: "%") || line.first == UInt8(ascii: "!") { return findInCommand(line) }
    while start > 0, Lexer.isWordByte(text[start - 1]) { start -= 1 }
    if start < cursor, text[start] &- 0x30 < 10 { return }
    if findInImport(line) { return }
    var backward = BackwardExpression(text, end: start)
    if start > 0, text[start - 1] == UInt8(ascii: ".") {
      backward.end = start - 1
      // Not of `3.`, nor of the end of something that cannot be followed.
      kind = backward.steps().map { .attribute(of: $0) } ?? .nothing
      return
    }
    backward.skipBlanks()
    if start == cursor, backward.lastByte == UInt8(ascii: "[") {
      backward.end -= 1
      if let container = backward.steps() {
        kind = .key(of: container, quote: nil)
        return
      }
    }
    kind = .name(callee: backward.callee())
  }

  private mutating func findInString(_ string: TypedString) {
    let content = text[string.content..<cursor]
    var backward = BackwardExpression(text, end: string.start)
    backward.skipBlanks()
    if backward.lastByte == UInt8(ascii: "[") {
      backward.end -= 1
      if let container = backward.steps() {
        start = string.content
        kind = .key(of: container, quote: Character(Unicode.Scalar(text[string.content - 1])))
        return
      }
    }
    if string.isTriple || content.contains(0x0A) { return }
    findPath(content)
  }

  private mutating func findPath(_ path: ArraySlice<UInt8>) {
    start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex
    kind = .path(Self.string(path))
  }

  /// A command's name, or the file that it takes.
  private mutating func findInCommand(_ line: ArraySlice<UInt8>) {
    let marks = line.prefix { $0 == UInt8(ascii: "%") }.count
    if let blank = line.lastIndex(where: { $0 == 0x20 || $0 == 0x09 }) {
      findPath(line[(blank + 1)...])
    } else if marks > 0 {
      start = line.startIndex + marks
      kind = .command(isCell: marks == 2)
    }
  }

  private mutating func findInImport(_ line: ArraySlice<UInt8>) -> Bool {
    let words = Self.string(line).split { $0 == " " || $0 == "," }.map(String.init)
    let typed = start < cursor ? 1 : 0
    guard let first = words.first, words.count > typed else { return false }
    let before = words.dropLast(typed)
    if first == "from", before.count >= 3, before[2] == "import" {
      kind = .imported(from: before[1])
    } else if first == "import" && before.last != "as" || first == "from" && before.count == 1 {
      kind = .module
    } else {
      return false
    }
    return true
  }

  /// The names in the cell, the one at the cursor apart.
  var wordsBefore: Set<String> {
    var words: Set<String> = []
    var index = 0
    while index < text.count {
      guard Lexer.isWordByte(text[index]) else {
        index += 1
        continue
      }
      let wordEnd = text[index...].firstIndex { !Lexer.isWordByte($0) } ?? text.count
      let isAtCursor = index <= start && start <= wordEnd
      if text[index] &- 0x30 >= 10, !isAtCursor, wordEnd - index > 2 {
        words.insert(Self.string(text[index..<wordEnd]))
      }
      index = wordEnd
    }
    return words
  }

  static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
