import Cells

/// Where cells come from: a person at a terminal.
protocol CellInput: AnyObject {
  /// Reads one cell. It ends with a line end.
  func readCell(_ prompt: Prompt) -> TypedCell
  /// Reads one line, the answer to a question: `answerAtEnd` where input ends instead, `nil` after Control-C.
  func readLine(_ question: String, answerAtEnd: String) -> String?
}

enum TypedCell: Equatable {
  case text(String)
  /// Control-C.
  case interrupted
  /// Control-D in an empty cell, or no terminal any more.
  case end
  /// A signal that ends the process.
  case signal(Int32)
}

/// What a line editor asks about the text that it edits.
struct EditingHost {
  /// Whether the text is run when Enter is pressed behind it.
  var isComplete: (String) -> Bool
  /// The blanks that a line behind the text begins with.
  var indentation: (String) -> String
  /// What may stand at a UTF-8 offset of the text.
  var completion: (String, Int) -> Completion
  /// One line: Enter ends it whatever it is, and Tab completes also at its start.
  var isLine = false
  /// Texts that end the line as soon as they are all of it, without Enter. On an empty line Up and Down are `k` and `j`.
  var keys: Set<String> = []
  /// Told what the text is whenever a line of it is left.
  var leftLine: (String) -> Void = { _ in }
}
