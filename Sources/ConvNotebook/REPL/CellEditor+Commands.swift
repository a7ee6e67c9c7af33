import Cells

extension CellEditor {
  func perform(_ command: EditingCommand) {
    switch command {
    case .enter: enter()
    case .accept: editor.accept()
    case .complete: complete()
    case .up: moveUp()
    case .down: moveDown()
    case .lineStart: editor.cursor = lineStart
    case .lineEnd: editor.cursor = lineEnd
    case .killLine: killLine()
    case .deleteBackward: deleteBackward()
    case .clearScreen: clearScreen()
    }
  }

  /// The text in front of the cursor.
  private var before: String { String(decoding: Array(editor.text.utf8.prefix(editor.cursor)), as: UTF8.self) }

  private var lineStart: Int { Array(before.utf8).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }

  private var lineEnd: Int {
    let text = Array(editor.text.utf8)
    return text[editor.cursor...].firstIndex(of: 0x0A) ?? text.count
  }

  /// Runs a whole cell when the cursor is at its end; else begins a new line.
  private func enter() {
    let text = editor.text
    let isAtEnd = text.utf8.dropFirst(editor.cursor).allSatisfy { $0 == 0x20 || $0 == 0x0A }
    let isOneLine = !text.utf8.contains(0x0A)
    if isAnswer || host.isLine || (isAtEnd || isOneLine) && host.isComplete(text + "\n") {
      editor.accept()
    } else {
      host.leftLine(text)
      editor.replace(editor.cursor..<editor.cursor, with: "\n" + host.indentation(before))
    }
  }

  /// In front of a line's first word a step of indentation, else what all candidates have in common.
  private func complete() {
    let line = before.utf8.suffix(editor.cursor - lineStart)
    if line.allSatisfy({ $0 == 0x20 }), !host.isLine {
      editor.insert(String(repeating: " ", count: Indentation.width - line.count % Indentation.width))
      return
    }
    let completion = host.completion(editor.text, editor.cursor)
    let common = completion.commonPrefix
    if common.utf8.count > completion.range.count || completion.candidates.count == 1 {
      editor.replace(completion.range, with: common)
    }
    if completion.candidates.isEmpty { editor.bell() }
    if completion.candidates.count > 1 { show(completion.candidates) }
  }

  /// A step of indentation, or one character.
  private func deleteBackward() {
    let blanks = before.utf8.suffix(editor.cursor - lineStart)
    if !blanks.isEmpty, blanks.count % Indentation.width == 0, blanks.allSatisfy({ $0 == 0x20 }) {
      editor.replace(editor.cursor - Indentation.width..<editor.cursor, with: "")
    } else {
      editor.deleteBackward()
    }
  }

  /// Up to the end of the cursor's line; there, its line end.
  private func killLine() {
    let cursor = editor.cursor
    let end = max(lineEnd, cursor)
    editor.kill(cursor..<min(end == cursor ? cursor + 1 : end, editor.text.utf8.count))
  }

  /// To the line above, and from the first line to an earlier cell.
  private func moveUp() {
    if isAnswer { return editor.bell() }
    if goes(by: "k") { return }
    if lineStart > 0 { return moveByLine(-1) }
    recall(browser.previous(in: history.entries, text: editor.text, prefix: before))
  }

  private func moveDown() {
    if isAnswer { return editor.bell() }
    if goes(by: "j") { return }
    if lineEnd < editor.text.utf8.count { return moveByLine(1) }
    recall(browser.next(in: history.entries, text: editor.text))
  }

  /// On an empty line that has keys, arrows are two of them.
  private func goes(by key: String) -> Bool {
    guard editor.text.isEmpty, host.keys.contains(key) else { return false }
    editor.insert(key)
    editor.accept()
    return true
  }

  private func recall(_ cell: String?) {
    guard let cell else { return editor.bell() }
    editor.replace(0..<editor.text.utf8.count, with: cell)
  }

  private func moveByLine(_ step: Int) {
    let lines = editor.text.split(separator: "\n", omittingEmptySubsequences: false)
    let linesBefore = before.split(separator: "\n", omittingEmptySubsequences: false)
    let target = linesBefore.count - 1 + step
    guard lines.indices.contains(target) else { return }
    host.leftLine(editor.text)
    let column = linesBefore.last?.count ?? 0
    editor.cursor =
      lines[..<target].reduce(0) { $0 + $1.utf8.count + 1 } + lines[target].prefix(column).utf8.count
  }
}
