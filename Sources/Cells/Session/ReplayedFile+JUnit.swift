extension ReplayedFile {
  /// The report of `cnb replay --junit`: a test suite a file, a test case a cell.
  package static func junit(_ files: [ReplayedFile]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"cnb replay\">\n"
    for file in files { text += file.junit }
    return text + "</testsuites>\n"
  }

  private var junit: String {
    switch result {
    case .replayed(let report):
      let statuses = report.cells.map(\.status)
      let time = report.cells.reduce(Duration.zero) { $0 + $1.duration }.seconds
      return element(
        tests: statuses.count, failures: statuses.count { $0.outcome == .differs },
        errors: statuses.count { $0.outcome > .differs }, skipped: statuses.count { $0 == .notRun }, time: time,
        cases: report.cells.map { $0.junit(file: file) })
    case .unreadable(let message):
      return element(
        tests: 1, failures: 0, errors: 1, skipped: 0, time: 0,
        cases: [
          "    <testcase classname=\(xml: file) name=\"(file)\">\n"
            + "      <error type=\"unreadable\" message=\(xml: message)/>\n    </testcase>\n"
        ])
    case .skipped(let missing): return skipped(" message=\(xml: ReplayedFile.skipped(missing: missing))")
    case .notRun: return skipped("")
    }
  }

  private func skipped(_ attributes: String) -> String {
    let start = "    <testcase classname=\(xml: file) name=\"(file)\">\n"
    return element(
      tests: 1, failures: 0, errors: 0, skipped: 1, time: 0,
      cases: [start + "      <skipped\(attributes)/>\n    </testcase>\n"])
  }

  private func element(
    tests: Int, failures: Int, errors: Int, skipped: Int, time: Double, cases: [String]
  ) -> String {
    "  <testsuite name=\(xml: file) tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" "
      + "skipped=\"\(skipped)\" time=\"\(time)\">\n" + cases.joined() + "  </testsuite>\n"
  }
}

extension CellReport {
  fileprivate func junit(file: String) -> String {
    let start = "    <testcase classname=\(xml: file) name=\(xml: id) time=\"\(duration.seconds)\""
    if status == .matches { return start + "/>\n" }
    if status == .notRun { return start + ">\n      <skipped/>\n    </testcase>\n" }
    let name = status.outcome == .differs ? "failure" : "error"
    let details = details(isColoured: false).joined(separator: "\n")
    return start + ">\n      <\(name) type=\(xml: status.word) message=\(xml: headline ?? "")>"
      + details.xmlEscaped + "</\(name)>\n    </testcase>\n"
  }
}

extension String {
  /// Text for an element or an attribute in double quotes. What XML 1.0 cannot hold is shown as an escape.
  var xmlEscaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text += "\n"
      case "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text += scalar.isControl ? String(scalar).visible : String(scalar)
      }
    }
  }
}

extension DefaultStringInterpolation {
  /// An attribute's value with its quotes.
  mutating func appendInterpolation(xml text: String) {
    appendLiteral("\"")
    appendLiteral(String(text.xmlEscaped.flatMap { $0 == "\n" ? Array("&#10;") : [$0] }))
    appendLiteral("\"")
  }
}
