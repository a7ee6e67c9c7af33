/// Carets for the characters in which two lines differ, and the numbers that changed.
struct LineMarks {
  /// To print under each line; empty where nothing of that line is to be marked. No blanks at the end.
  private(set) var old = ""
  private(set) var new = ""
  private(set) var numbers: [(old: String, new: String)] = []

  init(_ oldLine: String, _ newLine: String) {
    let oldTokens = OutputToken.all(of: oldLine)
    let newTokens = OutputToken.all(of: newLine)
    var oldMarks = Carets()
    var newMarks = Carets()
    var oldPosition = 0
    var newPosition = 0
    let diff = SequenceDiff(oldTokens.map { Exactly(text: $0.text) }, newTokens.map { Exactly(text: $0.text) })
    for change in diff.changes {
      oldMarks.skip(oldTokens[oldPosition..<change.removed.lowerBound])
      newMarks.skip(newTokens[newPosition..<change.inserted.lowerBound])
      let removed = oldTokens[change.removed]
      let inserted = newTokens[change.inserted]
      if removed.count == inserted.count {
        for (first, second) in zip(removed, inserted) { mark(first, second, &oldMarks, &newMarks) }
      } else {
        for token in removed { oldMarks.mark(token.text, from: 0) }
        for token in inserted { newMarks.mark(token.text, from: 0) }
        addNumbers(removed.filter { $0.kind == .number }, inserted.filter { $0.kind == .number })
      }
      oldPosition = change.removed.upperBound
      newPosition = change.inserted.upperBound
    }
    old = oldMarks.text
    new = newMarks.text
  }

  private mutating func mark(
    _ first: OutputToken, _ second: OutputToken, _ oldMarks: inout Carets, _ newMarks: inout Carets
  ) {
    let common = zip(first.text, second.text).prefix { $0 == $1 }.count
    oldMarks.mark(first.text, from: common)
    newMarks.mark(second.text, from: common)
    if first.kind == .number, second.kind == .number { numbers.append((first.text, second.text)) }
  }

  private mutating func addNumbers(_ first: [OutputToken], _ second: [OutputToken]) {
    guard first.count == second.count else { return }
    for (old, new) in zip(first, second) where old.text != new.text { numbers.append((old.text, new.text)) }
  }
}

/// A line of carets under another, column for column.
private struct Carets {
  private var carets = ""
  private var columns = 0

  mutating func skip(_ tokens: ArraySlice<OutputToken>) {
    for token in tokens { columns += token.text.displayWidth }
  }

  /// Marks a token's characters from the one with this index on.
  mutating func mark(_ text: String, from index: Int) {
    columns += String(text.prefix(index)).displayWidth
    let width = String(text.dropFirst(index)).displayWidth
    if width > 0 {
      carets += String(repeating: " ", count: columns - carets.utf8.count) + String(repeating: "^", count: width)
    }
    columns += width
  }

  var text: String { carets }
}
