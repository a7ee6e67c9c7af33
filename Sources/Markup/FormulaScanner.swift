/// Walks over Markdown from formula to formula. Code is no place for formulas.
struct FormulaScanner {
  private static let lengthLimit = 4000

  private let bytes: [UInt8]
  private var position = 0
  private var isAtLineStart = true
  /// The run of marks that opened the fenced block at `position`.
  private var fence: (mark: UInt8, length: Int)?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text up to the next formula and the formula; the last text has none. `nil` at the end.
  mutating func next() -> (ArraySlice<UInt8>, Formula?)? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count {
      if isAtLineStart {
        isAtLineStart = false
        readLineStart()
        continue
      }
      switch bytes[position] {
      case 0x0A:
        isAtLineStart = true
        position += 1
      case UInt8(ascii: "`"): skipCode()
      case UInt8(ascii: "$"), UInt8(ascii: "\\"):
        let opening = position
        if let formula = readFormula() { return (bytes[start..<opening], formula) }
      default: position += 1
      }
    }
    return (bytes[start...], nil)
  }

  private func run(of byte: UInt8, at start: Int) -> Int {
    bytes[start...].prefix { $0 == byte }.count
  }

  /// Goes over the lines of fenced blocks.
  private mutating func readLineStart() {
    let first = bytes[position...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") } ?? bytes.count
    let mark = first < bytes.count ? bytes[first] : 0
    let length = mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") ? run(of: mark, at: first) : 0
    if let open = fence {
      if mark == open.mark, length >= open.length { fence = nil }
    } else if length >= 3 {
      let lineEnd = bytes[first...].firstIndex(of: 0x0A) ?? bytes.count
      if mark == UInt8(ascii: "~") || !bytes[(first + length)..<lineEnd].contains(mark) { fence = (mark, length) }
    } else {
      return
    }
    position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
  }

  /// Past a code span; past its marks where nothing closes it before a blank line.
  private mutating func skipCode() {
    let mark = bytes[position]
    let length = run(of: mark, at: position)
    position += length
    var index = position
    while index < bytes.count, !isBlankLine(at: index) {
      guard bytes[index] == mark else {
        index += 1
        continue
      }
      let closing = run(of: mark, at: index)
      index += closing
      if closing == length {
        position = index
        return
      }
    }
  }

  /// Whether a line ends at an offset and the next one is blank.
  private func isBlankLine(at index: Int) -> Bool {
    guard bytes[index] == 0x0A else { return false }
    let next = bytes[(index + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    return next.map { bytes[$0] == 0x0A } ?? true
  }

  /// The formula that starts at `position`, or else steps over what stands there.
  private mutating func readFormula() -> Formula? {
    let start = position
    let rest = bytes[start...]
    if rest.starts(with: "$$".utf8) {
      if let formula = formula(open: 2, close: "$$", isDisplayed: true) { return formula }
      position += 2
    } else if bytes[start] == UInt8(ascii: "$") {
      if let formula = dollarFormula() { return formula }
      position += 1
    } else if rest.starts(with: "\\\\(".utf8) {
      if let formula = formula(open: 3, close: "\\\\)", isDisplayed: false) { return formula }
      position += 3
    } else if rest.starts(with: "\\\\[".utf8) {
      if let formula = formula(open: 3, close: "\\\\]", isDisplayed: true) { return formula }
      position += 3
    } else if rest.starts(with: "\\begin{".utf8) {
      if let formula = environment() { return formula }
      position += 1
    } else {
      // An escaped character; `\$` is a dollar.
      position += start + 1 < bytes.count && bytes[start + 1] != 0x0A ? 2 : 1
    }
    return nil
  }

  private mutating func take(from contentStart: Int, to contentEnd: Int, end: Int, isDisplayed: Bool) -> Formula {
    defer { position = end }
    return Formula(
      tex: String(decoding: bytes[contentStart..<contentEnd], as: UTF8.self),
      source: String(decoding: bytes[position..<end], as: UTF8.self), isDisplayed: isDisplayed)
  }

  /// Up to the first closing mark outside braces. No formula goes over a blank line, or is longer than a page.
  private func closing(_ close: String, from start: Int) -> Int? {
    let first = close.utf8.first
    var depth = 0
    var index = start
    let end = min(bytes.count, start + Self.lengthLimit)
    while index < end, !isBlankLine(at: index) {
      if depth <= 0, bytes[index] == first, bytes[index...].starts(with: close.utf8) { return index }
      switch bytes[index] {
      case UInt8(ascii: "{"):
        depth += 1
        if depth > TeXReader.depthLimit { return nil }
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func formula(open: Int, close: String, isDisplayed: Bool) -> Formula? {
    let start = position + open
    guard let end = closing(close, from: start), end > start else { return nil }
    return take(from: start, to: end, end: end + close.utf8.count, isDisplayed: isDisplayed)
  }

  /// `$x$`, or `$ x $` with blanks at both ends. A dollar in front of a digit closes nothing: it is money.
  private mutating func dollarFormula() -> Formula? {
    let start = position + 1
    guard let end = closing("$", from: start), end > start else { return nil }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 }
    guard isBlank(bytes[start]) == isBlank(bytes[end - 1]), !bytes[start..<end].allSatisfy(isBlank) else { return nil }
    if end + 1 < bytes.count, bytes[end + 1] &- 0x30 < 10 { return nil }
    return take(from: start, to: end, end: end + 1, isDisplayed: false)
  }

  /// `\begin{align} ... \end{align}`, which needs no dollars.
  private mutating func environment() -> Formula? {
    guard let brace = bytes[position...].firstIndex(of: UInt8(ascii: "}")), brace - position < 30 else { return nil }
    let name = String(decoding: bytes[(position + 7)..<brace], as: UTF8.self)
    guard name.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "*") }) else { return nil }
    let close = Array("\\end{\(name)}".utf8)
    var index = brace + 1
    let limit = min(bytes.count, index + Self.lengthLimit)
    while index < limit, !isBlankLine(at: index) {
      if bytes[index...].starts(with: close) {
        let end = index + close.count
        return take(from: position, to: end, end: end, isDisplayed: true)
      }
      index += 1
    }
    return nil
  }
}
