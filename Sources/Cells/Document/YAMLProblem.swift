import Yams

/// What Yams says of a text that it cannot read, in words, and the 1-based line.
struct YAMLProblem {
  let text: String
  let line: Int

  init(_ error: any Error) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      (text, line) = (problem, mark.line)
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      (text, line) = ("\(duplicates.joined(separator: ", ")) is given twice", context.mark.line)
    case YamlError.reader(let problem, _, _, _):
      (text, line) = (problem, 1)
    default:
      (text, line) = ("it cannot be read", 1)
    }
  }
}
