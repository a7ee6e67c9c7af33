import Cells

/// A piece of running text.
enum Inline: Equatable {
  /// Blanks and line ends are where lines may be broken; several count as one.
  case text(String, SpanStyle)
  case lineBreak

  var text: String {
    if case .text(let text, _) = self { text } else { "\n" }
  }
}

/// Running text in lines.
struct InlineWrapping {
  private struct Word {
    var line = StyledLine()
    var hasBlankBefore = false
    var isOnNewLine = false
  }

  private var words: [Word] = []
  private var current = Word()
  /// Whether the next character belongs to the current word even where the script has no blanks.
  private var isHeld = false

  init(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .lineBreak: end(isOnNewLine: true)
      case .text(let text, let style):
        for character in text { add(character, style) }
      }
    }
    end()
  }

  private mutating func add(_ character: Character, _ style: SpanStyle) {
    if character == "\u{A0}" {
      // Keeps its place, whatever the width.
      current.line.append(" ", style)
    } else if character.isWhitespace {
      let wasOnNewLine = current.line.isEmpty && current.isOnNewLine
      end()
      current.hasBlankBefore = !wasOnNewLine
      current.isOnNewLine = wasOnNewLine
    } else {
      let text = String(character)
      let mayBreak = text.displayWidth == 2 && !Self.closing.contains(character)
      if mayBreak, !isHeld, !current.line.isEmpty { end() }
      current.line.append(text, style)
      isHeld = Self.opening.contains(character)
    }
  }

  private static let closing: Set<Character> = [
    "、", "。", "，", "．", "」", "』", "）", "】", "》", "〉", "！", "？", "：", "；", "ー", "々",
  ]
  private static let opening: Set<Character> = ["「", "『", "（", "【", "《", "〈"]

  private mutating func end(isOnNewLine: Bool = false) {
    if !current.line.isEmpty {
      words.append(current)
    } else if current.isOnNewLine, isOnNewLine {
      // An empty line.
      words.append(current)
    }
    current = Word()
    current.isOnNewLine = isOnNewLine
    isHeld = false
  }

  /// The columns of the longest word.
  var minimumWidth: Int { words.map(\.line.width).max() ?? 0 }

  func lines(width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for word in words {
      let blank = word.hasBlankBefore ? 1 : 0
      guard let last = lines.last, !word.isOnNewLine, last.width + blank + word.line.width <= width else {
        lines += word.line.folded(to: width, continuation: StyledLine())
        continue
      }
      if blank > 0, !last.isEmpty {
        let style = last.spans.last?.style
        lines[lines.count - 1].append(" ", style == word.line.spans.first?.style ? style ?? .text : .text)
      }
      lines[lines.count - 1].append(word.line)
    }
    return lines.map { $0.trimmed() }
  }
}
