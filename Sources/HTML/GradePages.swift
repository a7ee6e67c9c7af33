import Cells

/// Grades as pages: one for each student, one for the class.
package enum GradePages {
  /// What a student sees: each exercise with its points, verdicts and diagnoses.
  package static func student(_ grade: SubmissionGrade, title: String?) -> String {
    let name = title ?? "Grades"
    var body = "<h1>\(HTMLText.escaped(name))</h1>\n"
    body += "<p class=\"who\">\(HTMLText.escaped(grade.submission))</p>\n"
    body += "<p class=\"total\">\(points(grade.points, of: grade.possible))</p>\n"
    if let problem = grade.problem {
      body += "<p class=\"problem\">The file cannot be read: \(HTMLText.escaped(problem))</p>\n"
    }
    for exercise in grade.exercises { body += section(exercise) }
    body += "<p class=\"soft\">Fresh arguments were drawn from the seed \(grade.seed).</p>\n"
    return HTMLDocument.text(title: "\(name): \(grade.submission)", language: "en", style: styleSheet, body: body)
  }

  private static func section(_ exercise: ExerciseGrade) -> String {
    let verdict = exercise.verdict
    var text = "<section class=\"exercise\">\n<h2>\(mark(verdict)) \(HTMLText.escaped(exercise.id))"
    text += " <span class=\"points\">\(points(exercise.points, of: exercise.possible))</span></h2>\n"
    text += "<table>\n<tr><th>check</th><th>verdict</th><th>what was found</th></tr>\n"
    for check in exercise.checks {
      let kind = check.isPublished ? "" : " <span class=\"soft\">(not in your notebook)</span>"
      text += "<tr><td>\(HTMLText.escaped(check.id))\(kind)</td><td class=\"\(check.verdict.rawValue)\">"
      text += "\(check.verdict.rawValue)</td><td>\(HTMLText.escaped(check.message))"
      for diagnosis in check.diagnoses {
        text += "<p class=\"diagnosis\">\(HTMLText.escaped(diagnosis.text))</p>"
      }
      text += "</td></tr>\n"
    }
    text += "</table>\n"
    for note in exercise.notes { text += "<p class=\"note\">\(HTMLText.escaped(note))</p>\n" }
    return text + "</section>\n"
  }

  /// What the instructor sees: how the points lie, the hardest exercise, the commonest mistakes, everybody's points.
  ///
  /// - Parameter links: for each submission the address of its page.
  package static func classPage(_ report: GradeReport, links: [String]) -> String {
    let name = report.title ?? "Grades"
    var body = "<h1>\(HTMLText.escaped(name))</h1>\n"
    let count = report.submissions.count
    let sum = report.submissions.reduce(0) { $0 + $1.points }
    let mean = PointsText.text(count == 0 ? 0 : sum / Double(count))
    body += "<p class=\"total\">\(count) submission\(count == 1 ? "" : "s"), mean \(mean) of "
    body += "\(PointsText.text(report.possible)) points</p>\n"
    if let notice = report.notice { body += "<p><strong>Notice:</strong> \(HTMLText.escaped(notice))</p>\n" }
    body += distribution(report)
    body += exercises(report)
    body += diagnoses(report)
    body += "<h2>Submissions</h2>\n<div class=\"wide\"><table>\n<tr><th>submission</th><th>points</th>"
    body += report.exercises.map { "<th>\(HTMLText.escaped($0.id))</th>" }.joined() + "</tr>\n"
    for (grade, link) in zip(report.submissions, links) {
      body += "<tr><td><a\(HTMLText.attribute("href", link))>\(HTMLText.escaped(grade.submission))</a></td>"
      body += "<td class=\"number\">\(PointsText.text(grade.points))</td>"
      for exercise in grade.exercises {
        body += "<td class=\"number \(exercise.verdict.rawValue)\">\(PointsText.text(exercise.points))</td>"
      }
      body += "</tr>\n"
    }
    body += "</table></div>\n"
    return HTMLDocument.text(title: name, language: "en", style: styleSheet, body: body)
  }

  private static func distribution(_ report: GradeReport) -> String {
    let counts = report.distribution
    let largest = max(1, counts.max() ?? 1)
    var text = "<h2>How the points lie</h2>\n<table class=\"bars\">\n"
    for (index, count) in counts.enumerated() {
      text += "<tr><td>\(index * 10) to \(index * 10 + 10) %</td>"
      text += "<td class=\"bar\">\(bar(Double(count) / Double(largest)))</td><td class=\"number\">\(count)</td></tr>\n"
    }
    return text + "</table>\n"
  }

  private static func exercises(_ report: GradeReport) -> String {
    var text = "<h2>Exercises</h2>\n"
    if let hardest = report.hardest, !report.submissions.isEmpty {
      text += "<p>The hardest is <strong>\(HTMLText.escaped(hardest.id))</strong>: on average "
      text += "\(points(hardest.mean, of: hardest.possible)).</p>\n"
    }
    text += "<table class=\"bars\">\n<tr><th>exercise</th><th>share of the points</th><th>mean</th><th>right</th>"
    text += "<th>published example only</th></tr>\n"
    for exercise in report.exerciseSummaries {
      let share = exercise.possible > 0 ? exercise.mean / exercise.possible : 0
      text += "<tr><td>\(HTMLText.escaped(exercise.id))</td><td class=\"bar\">\(bar(share))</td>"
      text += "<td class=\"number\">\(PointsText.text(exercise.mean)) of \(PointsText.text(exercise.possible))</td>"
      text += "<td class=\"number\">\(exercise.passed)</td><td class=\"number\">\(exercise.publishedOnly)</td></tr>\n"
    }
    return text + "</table>\n"
  }

  private static func diagnoses(_ report: GradeReport) -> String {
    let diagnoses = report.diagnoses.prefix(20)
    if diagnoses.isEmpty { return "" }
    var text =
      "<h2>The commonest mistakes</h2>\n<table>\n<tr><th>exercise</th><th>mistake</th><th>submissions</th></tr>\n"
    for diagnosis in diagnoses {
      text += "<tr><td>\(HTMLText.escaped(diagnosis.exercise))</td><td>\(HTMLText.escaped(diagnosis.text))</td>"
      text += "<td class=\"number\">\(diagnosis.count)</td></tr>\n"
    }
    return text + "</table>\n"
  }

  private static func points(_ points: Double, of possible: Double) -> String {
    "\(PointsText.text(points)) of \(PointsText.text(possible)) points"
  }

  /// - Parameter share: of the whole width.
  private static func bar(_ share: Double) -> String {
    "<div style=\"width: \(PointsText.text(min(1, max(0, share)) * 100))%\"></div>"
  }

  /// The word is in the table: colour and mark only repeat it.
  private static func mark(_ verdict: Verdict) -> String {
    verdict == .pass
      ? "<span class=\"pass\" aria-hidden=\"true\">\u{2713}</span>"
      : "<span class=\"fail\" aria-hidden=\"true\">\u{2717}</span>"
  }

  private static let styleSheet = """
    table { border-collapse: collapse; margin: 1em 0; }
    th, td { border-bottom: 1px solid var(--line); padding: .3em .75em; text-align: left; vertical-align: top; }
    .number { text-align: right; white-space: nowrap; }
    .wide { overflow-x: auto; }
    .total { font-size: 1.25rem; font-weight: 600; }
    .points { float: right; font-size: 1rem; font-weight: 400; color: var(--soft); }
    .who, .soft { color: var(--soft); }
    .pass { color: var(--string); }
    .fail, .error, .time-out, .memory, .tampered, .problem { color: var(--ansi-1); }
    .missing { color: var(--number); } td.missing::before { content: none; }
    .diagnosis { margin: .4em 0 0; font-weight: 600; }
    .note { background: var(--warning); padding: .4em .75em; border-radius: 6px; }
    .bar { width: 20rem; } .bar div { background: var(--link); height: 1.1em; border-radius: 3px; min-width: 1px; }
    @media (max-width: 40rem) { .bar { width: 8rem; } .points { float: none; display: block; } }
    """
}
