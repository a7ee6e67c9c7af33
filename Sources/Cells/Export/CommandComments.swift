/// IPython's commands as comments, so that other Pythons run the rest of a cell: `%matplotlib inline` as
/// `# %matplotlib inline`, as Jupytext writes them.
enum CommandComments {
  /// Cell magics whose cells are Python: these stay, for every other one the whole cell becomes comments.
  private static let pythonMagics: Set = ["time", "timeit", "capture", "prun", "python", "python3"]

  static func commented(_ code: String) -> String {
    let source = Source(name: "", code, isCell: true)
    let tokens = Lexer.tokens(of: source, mode: .cell)
    if tokens.isCellMagic, let token = tokens.tokens.first { return commentedCell(code, magic: token) }
    let inside = linesInside(tokens.tokens, of: source)
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      if !inside.contains(index + 1), isCommand(lines[index]) {
        // A command goes on behind a backslash.
        while lines[index].hasSuffix("\\"), index + 1 < lines.count {
          lines[index] = "# " + lines[index]
          index += 1
        }
        lines[index] = "# " + lines[index]
      }
      index += 1
    }
    return lines.joined(separator: "\n")
  }

  /// Takes the comments away that `commented` makes.
  static func uncommented(_ code: String) -> String {
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let first = lines.first(where: { !$0.isEmpty }), first.hasPrefix("# %%"), isCommand(first),
      !pythonMagics.contains(Magic(text: String(first.dropFirst(2))).name),
      lines.allSatisfy({ $0.isEmpty || $0.hasPrefix("#") })
    {
      return lines.map { String($0.dropFirst($0.hasPrefix("# ") ? 2 : 1)) }.joined(separator: "\n")
    }
    let source = Source(name: "", code, isCell: true)
    let inside = linesInside(Lexer.tokens(of: source, mode: .cell).tokens, of: source)
    var isContinued = false
    for index in lines.indices where !inside.contains(index + 1) {
      let isCommand = lines[index].hasPrefix("# ") && (isContinued || isCommand(lines[index]))
      isContinued = isCommand && lines[index].hasSuffix("\\")
      if isCommand { lines[index].removeFirst(2) }
    }
    return lines.joined(separator: "\n")
  }

  private static func commentedCell(_ code: String, magic token: Token) -> String {
    let bytes = Array(code.utf8)
    let text = String(decoding: bytes[Int(token.start)...], as: UTF8.self)
    guard pythonMagics.contains(Magic(text: text).name) else { return PercentScript.commented(code) }
    let front = String(decoding: bytes[..<Int(token.start)], as: UTF8.self)
    guard let lineEnd = text.firstIndex(of: "\n") else { return front + "# " + text }
    return front + "# " + text[...lineEnd] + commented(String(text[text.index(after: lineEnd)...]))
  }

  /// The 1-based lines that begin inside a string or between brackets.
  private static func linesInside(_ tokens: [Token], of source: Source) -> Set<Int> {
    var lines: Set<Int> = []
    var previous: Token?
    for token in tokens {
      let first = source.line(at: Int(token.start))
      if let previous, previous.level > 0 {
        lines.formUnion(stride(from: source.line(at: Int(previous.start)) + 1, through: first, by: 1))
      }
      if token.kind == .string {
        lines.formUnion(stride(from: first + 1, through: source.line(at: max(Int(token.end) - 1, 0)), by: 1))
      }
      previous = token
    }
    return lines
  }

  /// `%name`, `!command`, `?name`, `name?`, `x = %name`, `x = !command`; also one that is a comment already, so that
  /// taking the comment away gives back what was there.
  private static func isCommand(_ line: String) -> Bool {
    var text = line.utf8[...].drop { $0 == 0x20 || $0 == 0x09 }
    while text.starts(with: "# ".utf8) { text = text.dropFirst(2) }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    guard let first = text.first else { return false }
    if first == UInt8(ascii: "#") { return false }
    if opensCommand(text) || first == UInt8(ascii: "?") { return true }
    if text.last == UInt8(ascii: "?") { return !text.contains(0x20) }
    guard let sign = text.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let isName = text[..<sign].allSatisfy { Lexer.isWordByte($0) || $0 == 0x20 }
    return isName && opensCommand(text[text.index(after: sign)...].drop { $0 == 0x20 })
  }

  private static func opensCommand(_ text: Substring.UTF8View) -> Bool {
    var text = text
    guard let sign = text.popFirst() else { return false }
    if sign == UInt8(ascii: "!") { return text.first.map { $0 > 0x20 && $0 != UInt8(ascii: "=") } ?? false }
    guard sign == UInt8(ascii: "%") else { return false }
    if text.first == sign { text.removeFirst() }
    return text.first.map { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "_") } ?? false
  }
}
