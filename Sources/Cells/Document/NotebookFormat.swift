/// The file formats that notebooks are read from.
package enum NotebookFormat: String, Sendable, CaseIterable {
  /// Markdown with fenced blocks (docs/cnb-format.md).
  case cnb
  /// Jupyter's (docs/ipynb.md).
  case ipynb

  /// By the end of the name, or else by the first character: JSON starts with a brace.
  package init(fileName: String, contents: [UInt8]) {
    let name = fileName.lowercased()
    if let format = NotebookFormat.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) {
      self = format
    } else {
      let first = contents.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
      self = first == UInt8(ascii: "{") ? .ipynb : .cnb
    }
  }

  /// Reads a notebook file. O(length).
  package func read(_ bytes: [UInt8]) throws(NotebookError) -> any NotebookDocument {
    switch self {
    case .cnb: try Notebook(bytes)
    case .ipynb: try JupyterNotebook(bytes)
    }
  }
}
