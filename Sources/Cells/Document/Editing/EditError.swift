/// Why a notebook cannot be edited as it was asked to, as facts.
package enum EditError: Error, Sendable, Equatable {
  case noSuchPart
  case noSuchLine(line: Int, count: Int)
  case nothingToSplit
  case firstPart
  case lastPart
  /// Only cells of one kind can become one.
  case differentKinds
  case notCode
  /// The file would read as something else: prose may leave a comment or an HTML block open.
  case changesOthers(NotebookError?)

  /// What is wrong and what to do.
  package var message: String {
    switch self {
    case .noSuchPart: "there is nothing here yet; add a cell first"
    case .noSuchLine(let line, let count):
      "there is no place to split at line \(line): the second part can begin at line 2 to \(count)"
    case .nothingToSplit: "one line cannot be split"
    case .firstPart: "this is the first part of the notebook"
    case .lastPart: "this is the last part of the notebook"
    case .differentKinds: "prose and code cannot be merged; the next part has to be of the same kind"
    case .notCode: "this is prose, not a cell with code"
    case .changesOthers(let problem?):
      "the notebook could not be read any more: line \(problem.line): \(problem.problem)"
    case .changesOthers(nil):
      "the notebook would read otherwise: the prose around leaves a comment, a list or HTML open; close it first"
    }
  }
}
