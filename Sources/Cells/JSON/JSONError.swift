/// Why a text is no JSON, and where.
package struct JSONError: Error, Sendable, Equatable {
  package enum Problem: Sendable, Equatable {
    case notUTF8
    /// `found` is what stands there instead, for people.
    case expected(String, found: String)
    /// The text ends inside a string, an array or an object that starts on a line.
    case unclosed(String, line: Int)
    case empty
    case controlCharacter(UInt8)
    case badEscape(String)
    case badNumber(String)
    case tooDeep(limit: Int)
  }

  package let problem: Problem
  /// 1-based.
  package let line: Int
  /// 1-based, in characters.
  package let column: Int

  package init(_ problem: Problem, line: Int, column: Int) {
    self.problem = problem
    self.line = line
    self.column = column
  }

  /// In a text that has `count` lines in front of this one.
  package func moved(byLines count: Int) -> JSONError {
    var problem = problem
    if case .unclosed(let kind, let line) = problem { problem = .unclosed(kind, line: line + count) }
    return JSONError(problem, line: line + count, column: column)
  }

  /// The file, the place and what is wrong: `lesson.ipynb:12:5: expected ',' or ']' but found 'x'`.
  package func message(file: String) -> String {
    switch problem {
    case .unclosed, .empty: "\(file): \(text(calling: "the file"))"
    default: "\(file):\(line):\(column): \(text(calling: "the file"))"
    }
  }

  /// What is wrong, without the place.
  ///
  /// - Parameter whole: what ends or is empty: `the file`.
  package func text(calling whole: String) -> String {
    switch problem {
    case .notUTF8: "the text is not UTF-8 here"
    case .expected(let expected, let found): "expected \(expected) but found \(found)"
    case .unclosed(let kind, let line): "\(whole) ends inside \(kind) that starts on line \(line)"
    case .empty: "\(whole) is empty"
    case .controlCharacter(let byte):
      "a string holds the control character \(String(Unicode.Scalar(byte)).visible); JSON writes it as an escape"
    case .badEscape(let escape): "\(escape.visible) is no escape of JSON"
    case .badNumber(let number): "\(number.visible) is no number of JSON"
    case .tooDeep(let limit): "arrays and objects are nested more than \(limit) deep"
    }
  }
}
