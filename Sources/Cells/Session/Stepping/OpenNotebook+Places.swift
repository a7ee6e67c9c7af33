extension OpenNotebook {
  package func next() throws(SteppingError) {
    guard position + 1 < parts.count else { throw .noNext }
    position += 1
  }

  package func previous() throws(SteppingError) {
    guard position > 0 else { throw .noPrevious }
    position -= 1
  }

  package func first() { position = 0 }

  package func last() { position = max(parts.count - 1, 0) }

  /// To a part, by its place.
  package func go(toPart index: Int) { position = max(0, min(index, parts.count - 1)) }

  /// To a cell: by its id, by its number among the cells of code, or by what only its id begins with.
  package func go(to name: String) throws(SteppingError) {
    let ids = cells.map(\.id)
    if let index = partIndex(of: name) {
      position = index
    } else if let number = Int(name) {
      guard ids.indices.contains(number - 1) else { throw .noSuchNumber(number, count: ids.count) }
      position = partIndex(of: ids[number - 1]) ?? position
    } else {
      let found = ids.filter { $0.hasPrefix(name) }
      if found.count > 1 { throw .severalCells(name, ids: found) }
      guard let id = found.first, let index = partIndex(of: id) else { throw noSuchCell(name, ids) }
      position = index
    }
  }

  private func noSuchCell(_ name: String, _ ids: [String]) -> SteppingError {
    let near = Misspelling(name: name) { ids }.suggestion
    let holding = ids.filter { $0.contains(name) && $0 != near }
    return .noSuchCell(name, meant: Array(([near].compactMap { $0 } + holding).prefix(3)))
  }
}

/// A place where a text was found.
package struct FoundText: Sendable, Equatable {
  package enum Kind: Sendable {
    case prose, code, output
  }
  package let part: Int
  package let kind: Kind
  /// The line, counted from 1, in the part's text or in its outputs, and what it says.
  package let line: Int
  package let text: String
  /// Whether the search went on from the start of the notebook.
  package let isWrapped: Bool
}

extension OpenNotebook {
  /// Goes to the next part that holds the text in its code, prose or outputs. The part where the search starts comes
  /// last. Capital letters count only where the text has some.
  package func find(_ text: String, backwards: Bool = false) throws(SteppingError) -> FoundText {
    let count = parts.count
    for step in 1...max(count, 1) where count > 0 {
      let index = ((position + (backwards ? -step : step)) % count + count) % count
      guard let (kind, line, found) = find(text, in: parts[index]) else { continue }
      let isWrapped = backwards ? index >= position : index <= position
      position = index
      return FoundText(part: index, kind: kind, line: line, text: found, isWrapped: isWrapped)
    }
    throw .notFound(text)
  }

  private func find(_ text: String, in part: NotebookPart) -> (FoundText.Kind, line: Int, text: String)? {
    var texts: [(FoundText.Kind, String)] = [(part.cell == nil ? .prose : .code, part.text)]
    if let cell = part.cell { texts.append((.output, outputs(of: cell).map(\.text).joined(separator: "\n"))) }
    let isExact = text.contains(where: \.isUppercase)
    for (kind, whole) in texts {
      for (index, line) in whole.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if (isExact ? String(line) : line.lowercased()).contains(text) { return (kind, index + 1, String(line)) }
      }
    }
    return nil
  }

  /// What a cell gave when it ran last in this session, or else what the file has recorded.
  package func outputs(of cell: Cell) -> [RecordedOutput] {
    runs[cell.id].map { RecordedOutput.record($0.result.outputs) } ?? cell.recorded
  }
}
