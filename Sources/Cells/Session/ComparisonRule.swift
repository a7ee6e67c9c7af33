/// Differences between a recorded and a new output that say nothing about what was computed. A replay that finds two
/// texts different asks these rules before it calls them so, and its report names the ones that it used.
package enum ComparisonRule: String, Sendable, CaseIterable, Comparable {
  /// Addresses in reprs: `<__main__.A object at 0x7f3b>`.
  case address
  /// What a second run of `%load_ext` in the same session prints.
  case rerun
  /// Measured times: `%time`, `%timeit`.
  case time
  /// Reprs of figures and their parts, which changed from one version of matplotlib to the next.
  case figureRepr = "figure-repr"
  /// A picture that another program drew: any figure may stand in its place.
  case picture

  package static func < (left: ComparisonRule, right: ComparisonRule) -> Bool { left.rawValue < right.rawValue }

  /// For reports.
  package var meaning: String {
    switch self {
    case .address: "addresses in reprs are not compared"
    case .rerun: "the note that an extension is already loaded is not compared"
    case .time: "measured times are not compared"
    case .figureRepr: "reprs of figures and their parts are compared by kind only"
    case .picture: "pictures that another program drew are counted, not compared"
    }
  }

  /// The text with what the rule leaves out replaced by marks.
  func normalised(_ text: String) -> String {
    switch self {
    case .address: text.contains(" at 0x") ? text.replacingAddresses : text
    case .rerun: text.contains("extension is already loaded") ? text.withoutReloadNotes : text
    case .time: text.contains("time:") || text.contains("per loop") ? text.withoutTimes : text
    case .figureRepr: text.withFigureKinds
    case .picture: text
    }
  }
}

extension String {
  /// ` at 0x7f...` as ` at 0x…`.
  fileprivate var replacingAddresses: String {
    let mark = " at 0x"
    var result = ""
    for (index, part) in components(separatedBy: mark).enumerated() {
      if index == 0 {
        result += part
      } else {
        let digits = part.unicodeScalars.prefix { $0.properties.isASCIIHexDigit }
        result += digits.count < 4 ? mark + part : mark + "…" + String(part.unicodeScalars.dropFirst(digits.count))
      }
    }
    return result
  }

  /// Foundation's, which this module does without.
  private func components(separatedBy mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }

  private var outputLines: [Substring] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// Without the two lines that IPython prints for a second `%load_ext`.
  fileprivate var withoutReloadNotes: String {
    var lines = outputLines
    var index = 0
    while index < lines.count {
      let isNote =
        lines[index].hasPrefix("The ") && lines[index].contains(" extension is already loaded. To reload it, use")
      if isNote {
        lines.removeSubrange(index..<min(index + 2, lines.count))
      } else {
        index += 1
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Without IPython's lines on times. Which of them it prints depends on how long the code ran.
  fileprivate var withoutTimes: String {
    outputLines.filter { line in
      let isTime = ["CPU times: ", "Wall time: ", "Parser   : ", "Compiler : "].contains { line.hasPrefix($0) }
      return !isTime && !line.contains(" per loop") && !line.hasPrefix("The slowest run took ")
        && !line.contains("This could mean that an intermediate result is being cached")
    }.joined(separator: "\n")
  }

  /// `<matplotlib.text.Text at 0x7f...>` and `Text(0.5, 1.0, 'Cost')` as `<Text>`, and so on.
  fileprivate var withFigureKinds: String {
    let kinds = [
      ("<matplotlib.text.Text", [">"], "<Text>"), ("Text(", ["')", "\")"], "<Text>"),
      ("<matplotlib.axes", [">"], "<Axes>"), ("<AxesSubplot", [">"], "<Axes>"), ("<Axes:", [">"], "<Axes>"),
      ("<matplotlib.figure.Figure", [">"], "<Figure>"), ("<Figure size", [">"], "<Figure>"),
      ("<Container object of", [">"], "<Container>"), ("<BarContainer object of", [">"], "<Container>"),
    ]
    guard kinds.contains(where: { contains($0.0) }) else { return self }
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if let (_, ends, mark) = kinds.first(where: { rest.hasPrefix($0.0) }),
        let end = ends.compactMap({ rest.firstRange(of: $0)?.upperBound }).min()
      {
        result += mark
        rest = rest[end...]
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
