/// What the words after a cell's fence say of grading.
struct CellAttributes {
  let exercise: String?
  let tests: String?
  let isSetup: Bool
  let points: Double
  let after: [String]
  let credit: Exercise.Credit
  let feedback: Exercise.Feedback
  /// `none` for no reference check.
  let reference: String?
  let draws: Int?
  let ranges: DrawRanges
  let properties: [FreshCalls.Property]?
  let value: String?
  let tolerance: ValueTolerance

  /// The words that students' notebooks do not have.
  static let instructorsOnly: Set = [
    "tests", "setup", "after", "credit", "feedback", "reference", "draws", "ranges", "properties", "value", "dtype",
  ]

  init(_ cell: Cell) throws(AssignmentError) {
    let info = cell.info
    func read<Value>(
      _ key: String, _ allowed: String, _ read: (String) -> Value?
    ) throws(AssignmentError) -> Value? {
      guard info.contains(key) else { return nil }
      let text = info[key] ?? ""
      guard let value = read(text) else {
        throw AssignmentError(.badAttribute(BadSetting(key: key, value: text, allowed: allowed)), line: cell.line)
      }
      return value
    }
    func choice<Choice: RawRepresentable & CaseIterable>(
      _ key: String, _ standard: Choice
    ) throws(AssignmentError) -> Choice where Choice.RawValue == String {
      try read(key, Choice.allCases.map(\.rawValue).joined(separator: ", "), Choice.init(rawValue:)) ?? standard
    }
    let idRule = "letters, digits, '-', '_' and '.'"
    exercise = try read("exercise", idRule) { Cell.isValidID($0) ? $0 : nil }
    tests = try read("tests", idRule) { Cell.isValidID($0) ? $0 : nil }
    isSetup = info.contains("setup")
    points =
      try read("points", "a number that is not negative") { text in
        Double(text).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
      } ?? 1
    after =
      try read("after", "ids of exercises between commas") { text in
        let ids = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingBlanks }
        return ids.allSatisfy(Cell.isValidID) ? ids : nil
      } ?? []
    credit = try choice("credit", .all)
    feedback = try choice("feedback", .full)
    reference = try read("reference", "the name of a layer, or none: " + LayerDraw.names.joined(separator: ", ")) {
      $0 == "none" || LayerDraw(function: $0) != nil ? $0 : nil
    }
    draws = try read("draws", "a number from \(FreshCalls.fewestDraws) to 10000") { text in
      Int(text).flatMap { (FreshCalls.fewestDraws...10000).contains($0) ? $0 : nil }
    }
    ranges = try read("ranges", "ranges as in \"stride: 1..3; mode: max, average\"", Self.ranges) ?? DrawRanges()
    let properties = FreshCalls.Property.allCases.map(\.rawValue).joined(separator: ", ")
    self.properties = try read("properties", "some of " + properties) { text in
      let words = text.split(separator: ",").map { FreshCalls.Property(rawValue: $0.trimmingBlanks) }
      return words.contains(nil) ? nil : words.compactMap { $0 }
    }
    value = try read("value", "an expression") { text in
      (try? Parser.parseExpression(Source(name: "value", text))) == nil ? nil : text
    }
    tolerance = ValueTolerance(
      relative: cell.comparison.relativeTolerance ?? ValueTolerance.defaultRelative,
      absolute: cell.comparison.absoluteTolerance ?? ValueTolerance.defaultAbsolute, dtype: try choice("dtype", .kind))
  }

  private static func ranges(_ text: String) -> DrawRanges? {
    var entries: [DrawRanges.Entry] = []
    for part in text.split(separator: ";") {
      let halves = part.split(separator: ":", maxSplits: 1).map { $0.trimmingBlanks }
      guard halves.count == 2, let range = DrawRanges.Range(halves[1]),
        !entries.contains(where: { $0.name == halves[0] })
      else { return nil }
      entries.append(DrawRanges.Entry(halves[0], range))
    }
    return DrawRanges(entries)
  }
}
