/// Changes to many cells of a notebook at once: each costs what it writes. What a person edits goes through
/// `Document/Editing`, which reads the whole file again after each change.
extension Notebook {
  /// Replaces a cell's code. Does nothing for an unknown cell.
  ///
  /// - Parameter code: ends in a newline unless it is empty.
  mutating func replaceCode(of id: String, with code: String) {
    guard let index = cellIndex(id), case .cell(let cell) = pieces[index].content, let fencing = pieces[index].fencing,
      cell.code != code
    else { return }
    let grown = Fencing(
      fence: Fencing.fence(around: code, atLeast: fencing.fence), indent: fencing.indent, info: fencing.info)
    var source = grown.block(around: code, lineEnd: lineEnd)
    if pieces[index].source.last != 0x0A { source.removeLast(lineEnd.utf8.count) }
    pieces[index] = Piece(
      content: .cell(
        Cell(
          id: cell.id, hasWrittenID: cell.hasWrittenID, code: code, info: cell.info, line: cell.line,
          comparison: cell.comparison)),
      source: source, fencing: grown)
  }

  /// Takes words off the line that opens a cell.
  mutating func removeWords(_ keys: Set<String>, of id: String) {
    guard let index = cellIndex(id), case .cell(let cell) = pieces[index].content,
      cell.info.words.contains(where: { keys.contains($0.key) })
    else { return }
    var info = cell.info
    info.remove(keys)
    setInfo(info, of: cell, at: index, hasWrittenID: cell.hasWrittenID)
  }

  /// Takes a cell out, with its outputs and the blank lines in front of it.
  mutating func removeCell(_ id: String) {
    record([], for: id)
    guard let index = cellIndex(id) else { return }
    pieces.remove(at: index)
    if index > 0, index < pieces.count, case .text = pieces[index].content {
      let blank = pieces[index].source.prefix { $0 == 0x0A || $0 == 0x0D }
      pieces[index].source.removeFirst(blank.count)
    }
  }

  /// Takes fenced blocks out of the prose, with the blank lines behind them.
  ///
  /// - Parameter isRemoved: gets a block's info string, its text and its 1-based line.
  mutating func removeBlocks(where isRemoved: (InfoString, String, Int) -> Bool) {
    var line = 1
    for index in pieces.indices {
      let source = pieces[index].source
      let firstLine = line
      line += source.count { $0 == 0x0A }
      guard case .text = pieces[index].content else { continue }
      let start = index == 0 ? frontMatterLength : 0
      var blocks = MarkdownBlocks(source, from: start, line: firstLine + source[..<start].count { $0 == 0x0A })
      var kept: [UInt8] = []
      var copied = 0
      while let block = blocks.next() {
        guard case .fenced(let block) = block, block.isClosed, let info = try? InfoString(block.info),
          isRemoved(info, String(decoding: source[block.body], as: UTF8.self).withUnixLineEnds, block.line)
        else { continue }
        kept += source[copied..<block.range.lowerBound]
        let rest = source[block.range.upperBound...]
        copied = rest.firstIndex { $0 != 0x0A && $0 != 0x0D } ?? source.count
      }
      if copied > 0 { pieces[index].source = kept + source[copied...] }
    }
  }

  private func cellIndex(_ id: String) -> Int? {
    pieces.firstIndex { if case .cell(let cell) = $0.content { cell.id == id } else { false } }
  }
}
