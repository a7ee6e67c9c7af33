/// A `.cnb` notebook: Markdown with fenced blocks of code and of recorded outputs (docs/cnb-format.md).
///
/// A notebook is the pieces of its file, one after another: each piece keeps its bytes, so that joining them gives the
/// file back, and a change to one cell's outputs replaces only that cell's output pieces. What the program does not
/// understand (prose, other blocks, unknown keys, line ends, a byte order mark) is text between the pieces that it does.
package struct Notebook: Sendable {
  struct Piece: Sendable {
    enum Content: Sendable {
      case text
      case cell(Cell)
      case output(RecordedOutput, cell: String)
    }
    var content: Content
    var source: [UInt8]
    /// How the block is fenced; `nil` for text.
    var fencing: Fencing?
  }

  struct Fencing: Sendable {
    let fence: String
    let indent: Int
    let info: InfoString
  }

  package let frontMatter: FrontMatter
  /// How many bytes of the first piece are front matter.
  let frontMatterLength: Int
  var pieces: [Piece]
  /// `\n`, or `\r\n` where the first line of the file ends so.
  let lineEnd: String
  /// Whether prose that edits bring together stays in parts, with a mark between: so it is in notebooks that came from
  /// Jupyter, whose Markdown cells are parts, and in those that have such marks.
  package var keepsProseApart: Bool

  /// The file's bytes.
  package var source: [UInt8] { Array(pieces.map(\.source).joined()) }

  /// In the order of the file, each with its recorded outputs.
  package var cells: [Cell] {
    var cells: [Cell] = []
    var indices: [String: Int] = [:]
    for case .cell(let cell) in pieces.map(\.content) {
      indices[cell.id] = cells.count
      cells.append(cell)
    }
    for case .output(let output, let id) in pieces.map(\.content) {
      if let index = indices[id] { cells[index].recorded.append(output) }
    }
    return cells
  }

  /// Reads a notebook file. O(length).
  package init(_ bytes: [UInt8]) throws(NotebookError) {
    var reader = NotebookReader(bytes)
    (frontMatter, frontMatterLength, pieces) = try reader.read()
    keepsProseApart = reader.partsProse
    lineEnd = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false ? "\r\n" : "\n"
  }
}
