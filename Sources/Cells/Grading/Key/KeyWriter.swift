extension Key {
  /// The key as YAML that reads well: texts of several lines stand as blocks.
  package var text: String {
    var writer = KeyWriter()
    writer.pair("cnb-key", String(Key.currentVersion))
    if let title { writer.pair("title", title) }
    if printStyle != .numpy126 { writer.pair("print-style", printStyle.rawValue) }
    if !setup.isEmpty { writer.list("setup", setup) { writer, code in writer.item(code) } }
    if !files.isEmpty { writer.list("files", files) { writer, name in writer.item(name) } }
    writer.list("exercises", exercises) { writer, exercise in writer.write(exercise) }
    return writer.text
  }
}

/// Writes block YAML line by line.
private struct KeyWriter {
  private(set) var text = ""
  private var indent = 0
  /// The next line opens an item of a list.
  private var startsItem = false

  private mutating func line(_ line: String) {
    let margin = String(repeating: " ", count: indent)
    text += (startsItem ? String(margin.dropLast(2)) + "- " : margin) + line + "\n"
    startsItem = false
  }

  mutating func pair(_ key: String, _ value: String) { add("\(key): ", value) }

  /// - Parameter opening: stands in front of the value on its first line.
  private mutating func add(_ opening: String, _ value: String) {
    guard value.contains("\n"), KeyWriter.fitsBlock(value) else { return line(opening + KeyWriter.scalar(value)) }
    // The end of the text: `-` for no line end, nothing for one, `+` for more.
    let ending = !value.hasSuffix("\n") ? "-" : value.hasSuffix("\n\n") || value == "\n" ? "+" : ""
    let startsBlank = value.hasPrefix(" ") || value.hasPrefix("\n")
    line(opening + "|" + (startsBlank ? "2" : "") + ending)
    var lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    if value.hasSuffix("\n") { lines.removeLast() }
    let margin = String(repeating: " ", count: indent + (opening.isEmpty ? 0 : 2))
    for line in lines { text += line.isEmpty ? "\n" : margin + line + "\n" }
  }

  mutating func item(_ value: String) { add("", value) }

  mutating func list<Item>(_ key: String, _ items: [Item], _ write: (inout KeyWriter, Item) -> Void) {
    line("\(key):")
    indent += 4
    for item in items {
      startsItem = true
      write(&self, item)
    }
    indent -= 4
  }

  mutating func words(_ key: String, _ words: [String]) {
    line("\(key): [" + words.map(KeyWriter.scalar).joined(separator: ", ") + "]")
  }

  mutating func write(_ exercise: Exercise) {
    pair("id", exercise.id)
    pair("points", KeyWriter.number(exercise.points))
    pair("cell", exercise.cell)
    if !exercise.defines.isEmpty { words("defines", exercise.defines) }
    if !exercise.after.isEmpty { words("after", exercise.after) }
    if exercise.credit != .all { pair("credit", exercise.credit.rawValue) }
    if exercise.feedback != .full { pair("feedback", exercise.feedback.rawValue) }
    pair("solution", exercise.solution)
    list("checks", exercise.checks) { writer, check in writer.write(check) }
    if !exercise.mistakes.isEmpty {
      list("mistakes", exercise.mistakes) { writer, mistake in
        writer.pair("when", mistake.when)
        writer.pair("code", mistake.code)
      }
    }
  }

  private mutating func write(_ check: Check) {
    pair("id", check.id)
    switch check.kind {
    case .output(let expected, let comparison):
      pair("output", expected.first { $0.kind == .output }?.text ?? "")
      if let value = expected.first(where: { $0.kind == .value }) { pair("shows", value.text) }
      write(comparison)
    case .value(let expression, let expected):
      pair("value", expression)
      pair("expected", expected)
    case .call(let call, let expected):
      pair("call", call.function)
      words("arguments", call.arguments)
      if let expected { pair("expected", expected) }
    case .reference(let calls): write(calls)
    case .tests(let code, let expected, let comparison):
      pair("tests", code)
      if let expected {
        pair("expected", expected.first { $0.kind == .output }?.text ?? "")
        if let value = expected.first(where: { $0.kind == .value }) { pair("shows", value.text) }
      }
      write(comparison)
    }
    if check.weight != 1 { pair("weight", KeyWriter.number(check.weight)) }
    if check.isPublished { pair("published", "true") }
    if check.tolerance.relative != ValueTolerance.defaultRelative {
      pair("rtol", KeyWriter.number(check.tolerance.relative))
    }
    if check.tolerance.absolute != ValueTolerance.defaultAbsolute {
      pair("atol", KeyWriter.number(check.tolerance.absolute))
    }
    if check.tolerance.dtype != .kind { pair("dtype", check.tolerance.dtype.rawValue) }
  }

  private mutating func write(_ calls: FreshCalls) {
    pair("reference", calls.function)
    if !calls.arguments.isEmpty { words("arguments", calls.arguments) }
    pair("draws", String(calls.draws))
    if !calls.ranges.entries.isEmpty {
      line("ranges:")
      indent += 2
      for entry in calls.ranges.entries { pair(entry.name, entry.range.text) }
      indent -= 2
    }
    words("properties", calls.properties.map(\.rawValue))
    if calls.ignoresCache { pair("cache", "ignored") }
  }

  /// Tolerances stand with the check.
  private mutating func write(_ comparison: ComparisonSettings) {
    if let mode = comparison.mode { pair("compare", mode.rawValue) }
  }

  private static func number(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }

  /// Whether a literal block can hold the text: YAML's readers change other characters and lines of blanks.
  private static func fitsBlock(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0 == "\n" || !$0.isControl && $0 != "\u{FEFF}" && $0.value != 0x2028 && $0.value != 0x2029
    }
      && !text.split(separator: "\n", omittingEmptySubsequences: false)
        .contains { !$0.isEmpty && $0.allSatisfy { $0 == " " } }
  }

  /// As it stands where nothing in it means anything to YAML, else in double quotes.
  private static func scalar(_ text: String) -> String {
    let isPlainByte = { (byte: UInt8) in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    let isWordByte = { (byte: UInt8) in byte != 0x20 && isPlainByte(byte) }
    if let first = text.utf8.first, let last = text.utf8.last, text.utf8.allSatisfy(isPlainByte), isWordByte(last),
      (0x30...0x39).contains(first) || (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
    {
      return text
    }
    var quoted: [UInt8] = []
    JSONLayout(indent: nil).write(JSONString(text), to: &quoted)
    return String(decoding: quoted, as: UTF8.self)
  }
}
