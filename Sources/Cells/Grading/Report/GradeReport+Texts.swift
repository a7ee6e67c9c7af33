extension GradeReport {
  /// A gradebook (RFC 4180): a row a submission, a column an exercise.
  package var csv: String {
    var rows = [["submission", "points", "possible"] + exercises.map(\.id) + ["problem"]]
    for grade in submissions {
      rows.append(
        [grade.submission, PointsText.text(grade.points), PointsText.text(grade.possible)]
          + grade.exercises.map { PointsText.text($0.points) } + [grade.problem ?? ""])
    }
    return rows.map { $0.map(Self.csvField).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field that a spreadsheet would take for a formula gets an apostrophe, which makes text of it.
  private static func csvField(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let field = isFormula ? "'" + text : text
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return field }
    return "\"" + field.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  package var json: JSONValue {
    .object([
      ("title", title.map { .string($0) } ?? .null),
      ("possible", .number(possible)),
      (
        "exercises",
        .array(
          exerciseSummaries.map {
            .object([
              ("id", .string($0.id)), ("possible", .number($0.possible)), ("mean", .number($0.mean)),
              ("passed", .integer($0.passed)), ("publishedOnly", .integer($0.publishedOnly)),
            ])
          })
      ),
      (
        "diagnoses",
        .array(
          diagnoses.map {
            .object([("exercise", .string($0.exercise)), ("text", .string($0.text)), ("count", .integer($0.count))])
          })
      ),
      ("submissions", .array(submissions.map(\.json))),
    ])
  }

  /// A test suite a submission, a test case a check.
  package var junit: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"cnb grade\">\n"
    for grade in submissions {
      let checks = grade.exercises.flatMap(\.checks)
      let failures = checks.count { $0.verdict == .fail }
      let errors = checks.count { $0.verdict != .fail && $0.verdict != .pass }
      text += "  <testsuite name=\(xml: grade.submission) tests=\"\(checks.count)\" failures=\"\(failures)\" "
      text += "errors=\"\(errors)\">\n"
      for exercise in grade.exercises {
        for check in exercise.checks {
          let start = "    <testcase classname=\(xml: exercise.id) name=\(xml: check.id)"
          guard check.verdict != .pass else {
            text += start + "/>\n"
            continue
          }
          let element = check.verdict == .fail ? "failure" : "error"
          text += start + ">\n      <\(element) type=\(xml: check.verdict.rawValue) message=\(xml: check.message)>"
          text += check.diagnoses.map(\.text).joined(separator: "\n").xmlEscaped + "</\(element)>\n    </testcase>\n"
        }
      }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }
}

extension SubmissionGrade {
  package var json: JSONValue {
    .object([
      ("submission", .string(submission)), ("points", .number(points)), ("possible", .number(possible)),
      ("seed", .integer(Int(seed))), ("problem", problem.map { .string($0) } ?? .null),
      ("exercises", .array(exercises.map { .object($0.members) })),
    ])
  }

  /// What Gradescope's autograders leave in `results.json`.
  package var gradescope: JSONValue {
    .object([
      ("score", .number(points)),
      ("output", .string(problem.map { "The file cannot be read: \($0)" } ?? "")),
      ("output_format", .string("text")),
      ("visibility", .string("visible")),
      ("stdout_visibility", .string("hidden")),
      ("extra_data", .object([("seed", .integer(Int(seed)))])),
      (
        "tests",
        .array(
          exercises.enumerated().map { index, exercise in
            .object([
              ("score", .number(exercise.points)), ("max_score", .number(exercise.possible)),
              ("status", .string(exercise.isPassed ? "passed" : "failed")), ("name", .string(exercise.id)),
              ("number", .string("\(index + 1)")),
              ("output", .string(exercise.feedback.joined(separator: "\n"))), ("output_format", .string("text")),
              ("visibility", .string("visible")),
            ])
          })
      ),
    ])
  }
}

extension ExerciseGrade {
  /// For the student: a line for each check that did not pass, its diagnoses, the notes.
  package var feedback: [String] {
    checks.filter { $0.verdict != .pass }.flatMap { check in
      [check.message.isEmpty ? check.verdict.rawValue : "\(check.verdict.rawValue): \(check.message)"]
        + check.diagnoses.map { "  \($0.text)" }
    } + notes
  }
}
