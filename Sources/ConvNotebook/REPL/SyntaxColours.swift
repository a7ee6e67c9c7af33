import Cells

extension SyntaxRole {
  /// One of the terminal's own sixteen colours, which its owner chose to be readable on their background.
  var style: String {
    switch self {
    case .keyword: "1;32"
    case .constant, .number, .builtin: "32"
    case .string: "33"
    case .comment: "36"
    case .command: "35"
    case .definition: "34"
    case .decorator: "35"
    }
  }
}
