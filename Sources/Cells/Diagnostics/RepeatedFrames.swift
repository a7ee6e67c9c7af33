/// The frames of a traceback, those of a deep recursion left out as IPython leaves them out: of a place that occurs
/// more than three times in a row of such places, the first two and the last stay.
enum TracebackPart {
  case entry(ExceptionObject.TracebackEntry)
  /// Entries that are only counted.
  case skipped([ExceptionObject.TracebackEntry])

  private struct Place: Hashable {
    let code: ObjectIdentifier
    let line: Int

    init(_ entry: ExceptionObject.TracebackEntry) {
      code = ObjectIdentifier(entry.code)
      line = entry.line
    }
  }

  static func parts(of entries: [ExceptionObject.TracebackEntry]) -> [TracebackPart] {
    let places = entries.map(Place.init)
    var counts: [Place: Int] = [:]
    for place in places { counts[place, default: 0] += 1 }
    var isShown = Array(repeating: true, count: entries.count)
    var start = 0
    while start < entries.count {
      guard counts[places[start], default: 0] > 3 else {
        start += 1
        continue
      }
      let end = places[start...].firstIndex { counts[$0, default: 0] <= 3 } ?? entries.count
      for index in start..<end { isShown[index] = false }
      var seen: [Place: Int] = [:]
      for index in start..<end {
        seen[places[index], default: 0] += 1
        if seen[places[index], default: 0] <= 2 { isShown[index] = true }
      }
      var last: Set<Place> = []
      for index in (start..<end).reversed() where last.insert(places[index]).inserted { isShown[index] = true }
      start = end
    }
    var parts: [TracebackPart] = []
    var skipped: [ExceptionObject.TracebackEntry] = []
    for (index, entry) in entries.enumerated() {
      if !isShown[index] {
        skipped.append(entry)
        continue
      }
      if !skipped.isEmpty { parts.append(.skipped(skipped)) }
      skipped = []
      parts.append(.entry(entry))
    }
    if !skipped.isEmpty { parts.append(.skipped(skipped)) }
    return parts
  }

  /// `rec at line 2 (987 times)`, the most frequent place first.
  static func summary(of skipped: [ExceptionObject.TracebackEntry]) -> String {
    var counts: [Place: (name: String, line: Int, count: Int)] = [:]
    for entry in skipped {
      counts[Place(entry), default: (entry.code.name, entry.line, 0)].count += 1
    }
    return counts.values.sorted { ($1.count, $0.name, $0.line) < ($0.count, $1.name, $1.line) }
      .map { "\($0.name) at line \($0.line) (\($0.count) times)" }.joined(separator: ", ")
  }
}

extension ExceptionObject.TracebackEntry {
  /// The 1-based line in the code's source.
  var line: Int { code.source.line(at: Int(span.start)) }
}
