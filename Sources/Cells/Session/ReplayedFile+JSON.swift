extension ReplayedFile {
  /// The report of `cnb replay --json`.
  package static func json(_ files: [ReplayedFile]) -> JSONValue {
    let outcome = outcome(of: files)
    return .object([
      ("status", .string(outcome.word)),
      ("exitCode", .number(Double(outcome.rawValue))),
      ("files", .array(files.map(\.json))),
    ])
  }

  private var word: String {
    if case .skipped = result { return "skipped" }
    return outcome.word
  }

  private var json: JSONValue {
    var members: [(String, JSONValue)] = [("file", .string(file)), ("status", .string(word))]
    if isUpdated { members.append(("updated", .bool(true))) }
    switch result {
    case .replayed(let report):
      members.append(("printStyle", .string(report.printStyle.style.rawValue)))
      if let reason = report.printStyle.reason { members.append(("printStyleReason", .string(reason))) }
      members.append(("cells", .array(report.cells.map(\.json))))
    case .skipped(let missing): members.append(("message", .string(ReplayedFile.skipped(missing: missing))))
    case .unreadable(let message): members.append(("message", .string(message)))
    case .notRun: break
    }
    return .object(members)
  }
}

extension CellReport {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(id)),
      ("line", .number(Double(line))),
      ("status", .string(status.word)),
      ("compare", .string(comparison.expectedError.map { "error=\($0)" } ?? comparison.mode.rawValue)),
      ("seconds", .number(duration.seconds)),
    ]
    if !rules.isEmpty { members.append(("rules", .array(rules.sorted().map { .string($0.rawValue) }))) }
    if let headline { members.append(("message", .string(headline))) }
    switch status {
    case .differs(let differences): members.append(("differences", .array(differences.map(\.json))))
    case .failed(let error, let traceback):
      members.append(("class", .string(error.className)))
      members.append(("traceback", .string(traceback)))
    case .matches, .unrecorded, .limit, .interrupted, .notRun: break
    }
    return .object(members)
  }
}

extension OutputDifference {
  fileprivate var json: JSONValue {
    .object([
      ("kind", .string(kind.rawValue)),
      ("recorded", recorded.map { .string($0) } ?? .null),
      ("actual", actual.map { .string($0) } ?? .null),
    ])
  }
}
