/// `results.jsonl`: what a run has found so far, one line of JSON for each finished exercise. Lines are only ever added,
/// so that a run that was cut off goes on where it stopped.
package enum ResultLine: Sendable, Equatable {
  /// The first line: which key the rest belongs to.
  case start(ResultStart)
  case exercise(submission: String, seed: UInt32, ExerciseGrade)
  /// A file that cannot be read.
  case unreadable(submission: String, seed: UInt32, problem: String)
}

package struct ResultStart: Sendable, Equatable {
  package static let currentVersion = 1

  /// SHA-256 of the key file's bytes, in hexadecimal.
  package let key: String
  package let seed: UInt32
  /// Which part of how many the run grades: `1/3`; `1/1` is everything.
  package let shard: String
  /// How many submissions it has to grade.
  package let count: Int

  package init(key: String, seed: UInt32, shard: String = "1/1", count: Int) {
    self.key = key
    self.seed = seed
    self.shard = shard
    self.count = count
  }
}

extension ResultLine {
  /// Without a line end, in which no character of the line can be mistaken for one.
  package var text: String { String(decoding: JSONLayout.line.bytes(of: json), as: UTF8.self) }

  private var json: JSONValue {
    switch self {
    case .start(let start):
      .object([
        ("cnb-results", .integer(ResultStart.currentVersion)), ("key", .string(start.key)),
        ("seed", .integer(Int(start.seed))), ("shard", .string(start.shard)), ("submissions", .integer(start.count)),
      ])
    case .exercise(let submission, let seed, let grade):
      .object([("submission", .string(submission)), ("seed", .integer(Int(seed)))] + grade.members)
    case .unreadable(let submission, let seed, let problem):
      .object([
        ("submission", .string(submission)), ("seed", .integer(Int(seed))), ("problem", .string(problem)),
      ])
    }
  }

  /// `nil` for what is no line of this version: the rest of one that was cut off, for example.
  package init?(_ text: some StringProtocol) {
    guard let json = try? JSONValue(reading: Array(text.utf8)),
      let seed = json["seed"]?.integer.flatMap({ UInt32(exactly: $0) })
    else { return nil }
    if let version = json["cnb-results"]?.integer {
      guard version == ResultStart.currentVersion, let key = json["key"]?.string, let shard = json["shard"]?.string,
        let count = json["submissions"]?.integer
      else { return nil }
      self = .start(ResultStart(key: key, seed: seed, shard: shard, count: count))
      return
    }
    guard let submission = json["submission"]?.string else { return nil }
    if let problem = json["problem"]?.string {
      self = .unreadable(submission: submission, seed: seed, problem: problem)
      return
    }
    guard let grade = ExerciseGrade(json) else { return nil }
    self = .exercise(submission: submission, seed: seed, grade)
  }
}

extension ExerciseGrade {
  /// As in all JSON reports.
  var members: [(String, JSONValue)] {
    [
      ("exercise", .string(id)), ("points", .number(points)), ("possible", .number(possible)),
      ("verdict", .string(verdict.rawValue)),
      ("checks", .array(checks.map { .object($0.members) })), ("notes", .array(notes.map { .string($0) })),
    ]
  }

  init?(_ json: JSONValue) {
    guard let id = json["exercise"]?.string, let points = json["points"]?.double,
      let possible = json["possible"]?.double, let items = json["checks"]?.items, let notes = json["notes"]?.items
    else { return nil }
    let checks = items.compactMap { CheckGrade($0) }
    guard checks.count == items.count else { return nil }
    self.init(id: id, points: points, possible: possible, checks: checks, notes: notes.compactMap(\.string))
  }
}

extension CheckGrade {
  fileprivate var members: [(String, JSONValue)] {
    [
      ("id", .string(id)), ("verdict", .string(verdict.rawValue)), ("published", .bool(isPublished)),
      ("message", .string(message)),
      ("diagnoses", .array(diagnoses.map { .object([("id", .string($0.id)), ("text", .string($0.text))]) })),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let verdict = json["verdict"]?.string.flatMap(Verdict.init(rawValue:)),
      let message = json["message"]?.string, case .bool(let isPublished)? = json["published"]?.content,
      let diagnoses = json["diagnoses"]?.items
    else { return nil }
    self.init(
      id: id, verdict: verdict, isPublished: isPublished, message: message,
      diagnoses: diagnoses.compactMap { item in
        guard let id = item["id"]?.string, let text = item["text"]?.string else { return nil }
        return Diagnosis(id: id, text: text)
      })
  }
}

extension JSONValue {
  fileprivate var double: Double? { if case .number(let text) = content { Double(text) } else { nil } }
}
