/// What a part holds, to check that an edit changed what it was meant to change and nothing else.
enum PartSummary: Equatable {
  /// Its lines that are not blank: prose that nothing parts any more becomes one.
  case prose([Substring])
  case block(language: String, String)
  case code(id: String, code: String, recorded: [RecordedOutput])

  static func prose(_ text: String) -> PartSummary {
    .prose(text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) })
  }

  static func of(_ notebook: Notebook) -> [PartSummary] {
    zip(notebook.parts, PartPlaces(notebook).places).map { part, place in
      switch (part, place.kind) {
      case (.code(let cell), _): .code(id: cell.id, code: cell.code, recorded: cell.recorded)
      case (.markdown(let text), .prose): .prose(text)
      case (.markdown(let text), _): .block(language: "markdown", text)
      case (.raw(let text), _): .block(language: "raw", text)
      }
    }
  }

  static func joiningProse(_ parts: [PartSummary]) -> [PartSummary] {
    var joined: [PartSummary] = []
    for part in parts {
      if case .prose(let lines) = part, case .prose(let before) = joined.last {
        joined[joined.count - 1] = .prose(before + lines)
      } else {
        joined.append(part)
      }
    }
    return joined
  }
}
