/// Why a command about an open notebook cannot be carried out, as facts.
package enum SteppingError: Error, Sendable, Equatable {
  /// `meant`: ids that are like it.
  case noSuchCell(String, meant: [String])
  /// Several ids begin so.
  case severalCells(String, ids: [String])
  case noSuchNumber(Int, count: Int)
  case noNext
  case noPrevious
  case nothingToUndo
  case nothingToRedo
  case notFound(String)
  case noCells
  /// The command is about code, and the part is prose.
  case prose
  case hasNotRun(String)
  case nothingHasRun
  /// The notebook can be read, but not be written in the version that it has.
  case readOnlyVersion(String)
  case edit(EditError)
  case notebook(NotebookError)

  /// What is wrong and what to do.
  package var message: String {
    switch self {
    case .noSuchCell(let name, let meant):
      "there is no cell '\(name.shortened.visible)'"
        + (meant.isEmpty ? "; 'cells' lists them" : "; did you mean \(meant.joined(separator: " or "))?")
    case .severalCells(let name, let ids):
      "several cells begin with '\(name.shortened.visible)': \(ids.prefix(5).joined(separator: ", "))"
        + (ids.count > 5 ? ", ..." : "")
    case .noSuchNumber(let number, let count):
      count == 0 ? "the notebook has no cells" : "there is no cell \(number); they are numbered 1 to \(count)"
    case .noNext: "this is the end of the notebook"
    case .noPrevious: "this is the start of the notebook"
    case .nothingToUndo: "there is nothing to undo"
    case .nothingToRedo: "there is nothing to redo"
    case .notFound(let text): "'\(text.shortened.visible)' is not in this notebook"
    case .noCells: "the notebook has no cells; 'b' adds one"
    case .prose: "this is prose; the command is about cells of code"
    case .hasNotRun(let id): "cell \(id) has not run in this session; run it first"
    case .nothingHasRun: "no cell has run in this session; run some first"
    case .readOnlyVersion(let version):
      "\(version) is read but not written; save the notebook under another name, as nbformat 4.5 or .cnb"
    case .edit(let error): error.message
    case .notebook(let error): "line \(error.line): \(error.problem)"
    }
  }
}
