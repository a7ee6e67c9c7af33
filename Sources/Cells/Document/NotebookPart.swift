/// What a notebook of any format consists of, from top to bottom.
package enum NotebookPart: Sendable {
  /// The text of a Markdown cell.
  case markdown(String)
  /// Text that is neither shown as Markdown nor run.
  case raw(String)
  case code(Cell)
}
