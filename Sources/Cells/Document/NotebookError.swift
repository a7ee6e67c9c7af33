/// Why a text cannot be read as a notebook, as facts. `line` counts from 1.
package enum NotebookError: Error, Sendable, Equatable {
  case notUTF8(line: Int)
  case binary(line: Int)
  case noFrontMatter(found: String)
  case unclosedFrontMatter
  case badFrontMatter(problem: String, line: Int)
  case missingVersion
  case badVersion(found: String, line: Int)
  case newerVersion(found: String, line: Int)
  case badSetting(BadSetting, line: Int)
  case unclosedFence(fence: String, line: Int)
  case unclosedQuote(key: String, line: Int)
  case repeatedKey(String, line: Int)
  case badCellID(String, line: Int)
  case duplicateCell(String, first: Int, second: Int)
  case outputOfUnknownCell(kind: String, cell: String, line: Int)
  case badEscape(String, line: Int)
  case badFigure(found: String, line: Int)
  case badPattern(problem: String, line: Int)
  /// The text is, or has to be, JSON.
  case badJSON(JSONError)
  case badJupyter(JupyterProblem)
  /// What a converted notebook keeps for the way back to Jupyter's format is damaged.
  case badResidue(problem: String, line: Int)
  /// The code of the notebook is in another language than the cell language.
  case foreignLanguage(String)

  package static let currentVersion = 1

  package var line: Int {
    switch self {
    case .noFrontMatter, .unclosedFrontMatter, .missingVersion, .foreignLanguage: 1
    case .badJSON(let error): error.line
    case .badJupyter(let problem): problem.line
    case .duplicateCell(_, _, let second): second
    case .notUTF8(let line), .binary(let line), .badFrontMatter(_, let line), .badVersion(_, let line),
      .newerVersion(_, let line), .badSetting(_, let line), .unclosedFence(_, let line), .unclosedQuote(_, let line),
      .repeatedKey(_, let line), .badCellID(_, let line), .outputOfUnknownCell(_, _, let line),
      .badEscape(_, let line), .badFigure(_, let line), .badPattern(_, let line), .badResidue(_, let line):
      line
    }
  }
}

/// A setting with a value that it cannot have: on a cell, in the front matter or on the command line.
package struct BadSetting: Error, Sendable, Equatable {
  package let key: String
  package let value: String
  /// What it can be: `exact, printed, ...`.
  package let allowed: String

  package init(key: String, value: String, allowed: String) {
    self.key = key
    self.value = value
    self.allowed = allowed
  }

  package var message: String { "\(key) cannot be '\(value.visible)': it is \(allowed)" }
}
