extension NotebookError {
  /// One line for people: the file, the line, what is wrong and what to do.
  package func message(file: String) -> String {
    if case .badJSON(let error) = self { return error.message(file: file) }
    return isNotANotebook
      ? "\(file) is not a notebook: line \(line): \(problem)" : "\(file): line \(line): \(problem)"
  }

  /// Whether the text is something else altogether.
  private var isNotANotebook: Bool {
    switch self {
    case .notUTF8, .binary, .noFrontMatter: true
    case .badJupyter(let problem): problem.isNotANotebook
    default: false
    }
  }

  /// What is wrong and what to do, without the place.
  package var problem: String {
    switch self {
    case .notUTF8:
      "the text is not UTF-8; save it as UTF-8"
    case .binary:
      "there is a zero byte, so this is no text"
    case .noFrontMatter(let found):
      "expected '---' but found \(found.isEmpty ? "nothing" : "'\(found.shortened.visible)'"); "
        + "a notebook starts with the lines '---', 'cnb: 1' and '---'"
    case .unclosedFrontMatter:
      "the front matter that starts here has no end; close it with a line '---'"
    case .badFrontMatter(let problem, _):
      "the front matter is not valid YAML: \(problem)"
    case .missingVersion:
      "the front matter has no version; add the line 'cnb: \(NotebookError.currentVersion)'"
    case .badVersion(let found, _):
      "the version is '\(found.shortened.visible)'; write 'cnb: \(NotebookError.currentVersion)'"
    case .newerVersion(let found, _):
      "the notebook has format version \(found), this program reads version \(NotebookError.currentVersion); "
        + "use a newer cnb"
    case .badSetting(let setting, _):
      setting.message
    case .unclosedFence(let fence, _):
      "the block that starts here has no end; close it with a line '\(fence)'"
    case .unclosedQuote(let key, _):
      "the value of \(key.visible)= has an opening quote but no closing one"
    case .repeatedKey(let key, _):
      "\(key.visible) is given twice; keep one"
    case .badCellID(let id, _):
      "'\(id.shortened.visible)' is no cell id; use letters, digits, '-', '_' and '.'"
    case .duplicateCell(let id, let first, let second):
      "there are two cells '\(id)', on lines \(first) and \(second); rename one"
    case .outputOfUnknownCell(let kind, let cell, _):
      "this \(kind) block belongs to the cell '\(cell.shortened.visible)', which the notebook does not have; "
        + "correct the id or remove the block"
    case .badEscape(let text, _):
      "'\(text.visible)' is no escape; in an escaped block write \\\\ for a backslash, \\n, \\r, \\t or \\x1b"
    case .badFigure(let found, _):
      "a figure block holds a size and a digest, as in '640x480 5f0c9a', not '\(found.shortened.visible)'"
    case .badPattern(let problem, _):
      "the recorded output is no regular expression: \(problem)"
    case .badResidue(let problem, _):
      "the block 'json ipynb' is damaged: \(problem); correct it, or remove it and what it keeps for Jupyter"
    case .badJSON(let error):
      error.text(calling: "the file")
    case .badJupyter(let problem):
      problem.text
    case .foreignLanguage(let language):
      "its cells are written in \(language.shortened.visible); this program runs Python only"
    }
  }
}

extension String {
  /// The first 40 characters.
  var shortened: String { count <= 40 ? self : String(prefix(40)) + "..." }
}
