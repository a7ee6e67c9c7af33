/// Where the parts of a notebook stand in its file.
struct PartPlaces {
  struct Place {
    enum Kind {
      case prose
      /// A Markdown or raw cell that a fenced block holds.
      case block(language: String)
      case code(Cell)
    }
    let kind: Kind
    /// Offsets in the file: of prose without the line ends around it, of a block with its last line end.
    let range: Range<Int>
    /// With the outputs that follow a cell.
    let unit: Range<Int>
  }

  private(set) var places: [Place] = []
  /// Of each output: its cell and its offsets.
  private(set) var outputs: [(cell: String, range: Range<Int>)] = []

  /// O(length). The places are those of `notebook.parts`.
  init(_ notebook: Notebook) {
    let pieces = notebook.pieces
    var starts = [0]
    for piece in pieces { starts.append(starts[starts.count - 1] + piece.source.count) }
    var index = 0
    while index < pieces.count {
      let start = starts[index]
      switch pieces[index].content {
      case .output(_, let cell): outputs.append((cell, start..<starts[index + 1]))
      case .cell(let cell):
        let end = starts[Self.endOfOutputs(of: cell, at: index, pieces)]
        places.append(Place(kind: .code(cell), range: start..<starts[index + 1], unit: start..<end))
      case .text:
        var text = pieces[index].source
        if index == 0 { text.removeFirst(notebook.frontMatterLength) }
        let offset = index == 0 ? notebook.frontMatterLength : start
        while index + 1 < pieces.count, case .text = pieces[index + 1].content {
          index += 1
          text += pieces[index].source
        }
        add(text, at: offset)
      }
      index += 1
    }
  }

  private mutating func add(_ text: [UInt8], at offset: Int) {
    for (part, range) in Notebook.placedParts(of: text) {
      let range = (range.lowerBound + offset)..<(range.upperBound + offset)
      switch part {
      case .prose: places.append(Place(kind: .prose, range: range, unit: range))
      case .markdown: places.append(Place(kind: .block(language: "markdown"), range: range, unit: range))
      case .raw: places.append(Place(kind: .block(language: "raw"), range: range, unit: range))
      case .residue: break
      }
    }
  }

  /// The index behind the last of the cell's outputs that have nothing but blank lines between them and the cell.
  private static func endOfOutputs(of cell: Cell, at index: Int, _ pieces: [Notebook.Piece]) -> Int {
    var end = index + 1
    for (next, piece) in pieces.enumerated().dropFirst(index + 1) {
      switch piece.content {
      case .output(_, cell: cell.id): end = next + 1
      case .text where piece.source.isBlank: break
      default: return end
      }
    }
    return end
  }
}

extension Sequence<UInt8> {
  /// Nothing but blanks and line ends.
  var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
}
