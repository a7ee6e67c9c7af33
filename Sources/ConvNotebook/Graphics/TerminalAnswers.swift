import Synchronization

/// What a terminal answers to the questions of `GraphicsQuery`, taken out of what is typed meanwhile.
package struct TerminalAnswers: Equatable {
  /// Kitty's graphics protocol.
  package private(set) var hasKitty = false
  package private(set) var hasSixel = false
  package private(set) var hasITerm = false
  /// Pixels of a character, where the terminal said so.
  package private(set) var cell: (width: Int, height: Int)?
  /// The last question is answered, by every terminal: no more answers follow.
  package private(set) var isComplete = false

  package init() {}

  package static func == (a: TerminalAnswers, b: TerminalAnswers) -> Bool {
    (a.hasKitty, a.hasSixel, a.hasITerm, a.isComplete) == (b.hasKitty, b.hasSixel, b.hasITerm, b.isComplete)
      && a.cell?.width == b.cell?.width && a.cell?.height == b.cell?.height
  }

  /// Takes all whole answers out of the bytes, which keep what was typed, and the start of an answer.
  package mutating func take(from bytes: inout [UInt8]) {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      if first == 0x1B, let length = Self.length(of: rest) {
        read(rest.prefix(length).dropFirst())
        rest = rest.dropFirst(length)
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    bytes = kept
  }

  /// Without answers that came late.
  static func removed(from bytes: inout [UInt8]) {
    guard bytes.contains(0x1B) else { return }
    var answers = TerminalAnswers()
    answers.take(from: &bytes)
  }

  /// Of the answer that the bytes begin with; `nil` where they begin with none, or not with all of it.
  private static func length(of bytes: ArraySlice<UInt8>) -> Int? {
    let body = bytes.dropFirst()
    guard let kind = body.first else { return nil }
    func ends(_ isEnd: (Int) -> Bool) -> Int? { body.indices.dropFirst().first(where: isEnd) }
    let start = bytes.startIndex
    switch kind {
    case UInt8(ascii: "["):
      let inner = body.dropFirst()
      guard let last = inner.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
      let isAttributes = inner.first == UInt8(ascii: "?") && bytes[last] == UInt8(ascii: "c")
      let isSize = bytes[last] == UInt8(ascii: "t")
      return isAttributes || isSize ? last - start + 1 : nil
    case UInt8(ascii: "_"), UInt8(ascii: "P"), UInt8(ascii: "]"):
      guard
        let last = ends({ index in
          bytes[index] == 0x07 || bytes[index] == UInt8(ascii: "\\") && bytes[index - 1] == 0x1B
        })
      else { return nil }
      return last - start + 1
    default: return nil
    }
  }

  /// - Parameter answer: without the escape character.
  private mutating func read(_ answer: ArraySlice<UInt8>) {
    let text = String(decoding: answer, as: UTF8.self)
    if text.hasPrefix("_G") {
      // Also an error says that somebody read the question.
      hasKitty = hasKitty || text.contains("i=31;OK")
    } else if text.hasPrefix("[?"), text.hasSuffix("c") {
      let attributes = text.dropFirst(2).dropLast().split(separator: ";")
      hasSixel = hasSixel || attributes.dropFirst().contains("4")
      isComplete = true
    } else if text.hasPrefix("P>|") {
      let name = text.dropFirst(3)
      hasITerm = hasITerm || name.hasPrefix("iTerm2") || name.hasPrefix("WezTerm") || name.hasPrefix("mintty")
    } else if text.hasPrefix("]1337;ReportCellSize=") {
      hasITerm = true
      let numbers = text.dropFirst("]1337;ReportCellSize=".count).split { !"0123456789.".contains($0) }
        .compactMap { Double($0) }
      let scale = numbers.count > 2 ? numbers[2] : 1
      if numbers.count > 1, cell == nil { setCell(width: Int(numbers[1] * scale), height: Int(numbers[0] * scale)) }
    } else if text.hasPrefix("[6;"), text.hasSuffix("t") {
      let numbers = text.dropFirst(3).dropLast().split(separator: ";").compactMap { Int($0) }
      if numbers.count == 2 { setCell(width: numbers[1], height: numbers[0]) }
    }
  }

  private mutating func setCell(width: Int, height: Int) {
    if 1...1000 ~= width, 1...1000 ~= height { cell = (width, height) }
  }
}

/// Keys that were typed while the terminal was asked: for whoever reads keys next.
enum TypedAhead {
  private static let bytes = Mutex<[UInt8]>([])

  static func add(_ new: [UInt8]) { bytes.withLock { $0 += new } }

  static func take() -> [UInt8] {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return bytes
    }
  }

  static func takeFirst() -> UInt8? { bytes.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
