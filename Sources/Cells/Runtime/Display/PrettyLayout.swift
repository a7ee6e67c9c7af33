/// Lays text out in lines of limited width, as `IPython.lib.pretty` does: groups that fit stay on one line, others are
/// broken at all of their breakable places, outer groups first.
///
/// The order of steps is IPython's to the letter, oddities included, so that lines break where they break there.
struct PrettyLayout {
  private enum Piece {
    case text(String, width: Int)
    case breakable(separator: String, indentation: Int, group: Group)

    var width: Int {
      switch self {
      case .text(_, let width): width
      case .breakable(let separator, _, _): separator.utf8.count
      }
    }

    var isText: Bool {
      if case .text = self { return true }
      return false
    }
  }

  private final class Group {
    let depth: Int
    /// Breakable places in the buffer that belong to this group.
    var pendingBreaks = 0
    var wantsBreak = false

    init(depth: Int) { self.depth = depth }
  }

  /// The width that lines should not exceed.
  let maximumWidth: Int
  private(set) var output = ""
  private var outputWidth = 0
  private var buffer: [Piece] = []
  /// Pieces before this one have left the buffer.
  private var bufferStart = 0
  private var bufferWidth = 0
  private var indentation = 0
  private var openGroups: [Group]
  /// Groups by depth that may still be broken.
  private var queue: [[Group]]

  init(maximumWidth: Int) {
    self.maximumWidth = maximumWidth
    let root = Group(depth: 0)
    openGroups = [root]
    queue = [[root]]
  }

  mutating func text(_ text: String) {
    let width = text.unicodeScalars.count
    guard bufferStart < buffer.count else {
      output += text
      outputWidth += width
      return
    }
    if case .text(let last, let lastWidth) = buffer[buffer.count - 1] {
      buffer[buffer.count - 1] = .text(last + text, width: lastWidth + width)
    } else {
      buffer.append(.text(text, width: width))
    }
    bufferWidth += width
    breakOuterGroups()
  }

  /// A place where a line may end; otherwise the separator stands there.
  mutating func breakable(_ separator: String = " ") {
    let group = openGroups[openGroups.count - 1]
    if group.wantsBreak {
      flush()
      startLine()
    } else {
      group.pendingBreaks += 1
      buffer.append(.breakable(separator: separator, indentation: indentation, group: group))
      bufferWidth += separator.utf8.count
      breakOuterGroups()
    }
  }

  /// Ends the line here.
  mutating func endLine() {
    if let group = nextGroupToBreak() { breakGroup(group) }
    flush()
    startLine()
  }

  /// - Parameter indent: further columns that the group's new lines keep free.
  mutating func beginGroup(_ indent: Int = 0, _ opening: String = "") {
    if !opening.isEmpty { text(opening) }
    let group = Group(depth: openGroups[openGroups.count - 1].depth + 1)
    openGroups.append(group)
    while queue.count <= group.depth { queue.append([]) }
    queue[group.depth].append(group)
    indentation += indent
  }

  mutating func endGroup(_ indent: Int = 0, _ closing: String = "") {
    indentation -= indent
    let group = openGroups.removeLast()
    if group.pendingBreaks == 0 { remove(group) }
    if !closing.isEmpty { text(closing) }
  }

  mutating func flush() {
    while let piece = takeFirst() {
      // IPython adds the width of the whole line, not of the piece.
      let width = write(piece)
      outputWidth += width
    }
    bufferWidth = 0
  }

  private mutating func startLine() {
    output += "\n" + String(repeating: " ", count: indentation)
    outputWidth = indentation
    bufferWidth = 0
  }

  private mutating func takeFirst() -> Piece? {
    guard bufferStart < buffer.count else { return nil }
    defer {
      bufferStart += 1
      if bufferStart == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        bufferStart = 0
      }
    }
    return buffer[bufferStart]
  }

  /// Writes a piece and gives the width of the line behind it.
  private mutating func write(_ piece: Piece) -> Int {
    switch piece {
    case .text(let text, let width):
      output += text
      return outputWidth + width
    case .breakable(let separator, let indentation, let group):
      group.pendingBreaks -= 1
      if group.wantsBreak {
        output += "\n" + String(repeating: " ", count: indentation)
        return indentation
      }
      if group.pendingBreaks == 0 { remove(group) }
      output += separator
      return outputWidth + separator.utf8.count
    }
  }

  private mutating func breakOuterGroups() {
    while maximumWidth < outputWidth + bufferWidth {
      guard let group = nextGroupToBreak() else { return }
      breakGroup(group)
    }
  }

  private mutating func breakGroup(_ group: Group) {
    while group.pendingBreaks > 0 || bufferStart < buffer.count && buffer[bufferStart].isText {
      guard let piece = takeFirst() else { return }
      outputWidth = write(piece)
      bufferWidth -= piece.width
    }
  }

  private mutating func nextGroupToBreak() -> Group? {
    for depth in queue.indices {
      for (index, group) in queue[depth].reversed().enumerated() where group.pendingBreaks > 0 {
        // Counted from the other end: so does IPython.
        queue[depth].remove(at: index)
        group.wantsBreak = true
        return group
      }
      for group in queue[depth] { group.wantsBreak = true }
      queue[depth].removeAll()
    }
    return nil
  }

  private mutating func remove(_ group: Group) {
    if let index = queue[group.depth].lastIndex(where: { $0 === group }) { queue[group.depth].remove(at: index) }
  }
}
