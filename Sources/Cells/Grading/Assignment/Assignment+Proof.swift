/// What an assignment has to show before it is given out: with the key the instructor's notebook scores everything and
/// the student's nothing.
extension Assignment {
  package enum Flaw: Error, Sendable {
    /// The key's own code does not work.
    case key(exercise: String, String)
    /// An exercise of the instructor's that a check does not accept.
    case solutionFails(exercise: String, check: String, message: String)
    /// An exercise that gets points before anybody has worked on it.
    case stubScores(exercise: String, points: Double)
    case notShown(AssignmentError)

    /// One line for people.
    package var message: String {
      switch self {
      case .key(let exercise, let text): "the key does not work: exercise \(exercise): \(text)"
      case .solutionFails(let exercise, let check, let message):
        "the instructor's own notebook does not score everything: exercise \(exercise), check \(check): \(message)"
      case .stubScores(let exercise, let points):
        "the untouched student's notebook scores \(points) points in exercise \(exercise): its checks pass without a "
          + "solution"
      case .notShown(let error): error.text
      }
    }
  }

  /// Fills in the values that the key still lacks, from a run of the instructor's notebook.
  package mutating func fillValues(from instructor: Notebook, _ makeRunner: Grader.MakeRunner) throws(Flaw) {
    guard !openValues.isEmpty else { return }
    let runner = makeRunner()
    for cell in instructor.cells { _ = runner.run(cell: cell.code, name: cell.id) }
    for open in openValues {
      for check in key[open.exercise]?.checks ?? [] {
        guard case .value(let expression, expected: "") = check.kind else { continue }
        guard case .value(let value) = runner.value(of: expression), let text = value.expressionText else {
          throw .notShown(unshown(expression, open))
        }
        setValue(of: open.exercise, text)
      }
    }
  }

  /// - Throws: the first flaw.
  package func prove(
    _ instructor: Notebook, seed: UInt32, stackBytes: Int, _ makeRunner: @escaping Grader.MakeRunner
  ) throws(Flaw) {
    let grader = Grader(key, seed: seed, stackBytes: stackBytes)
    let (full, empty): (SubmissionGrade, SubmissionGrade)
    do throws(Grader.Failure) {
      full = try grader.grade(Submission(instructor), name: "instructor", makeRunner: makeRunner)
      empty = try grader.grade(Submission(student), name: "student", makeRunner: makeRunner)
    } catch {
      throw .key(exercise: error.exercise, error.text)
    }
    for exercise in full.exercises {
      if let check = exercise.checks.first(where: { $0.verdict != .pass }) {
        let words = ([check.message] + check.diagnoses.map(\.text)).filter { !$0.isEmpty }.joined(separator: "; ")
        throw .solutionFails(
          exercise: exercise.id, check: check.id, message: words.isEmpty ? check.verdict.rawValue : words)
      }
    }
    if let exercise = empty.exercises.first(where: { $0.points > 0 || $0.isPassed }) {
      throw .stubScores(exercise: exercise.id, points: exercise.points)
    }
  }
}

extension Submission {
  package init(_ notebook: Notebook) {
    cells = notebook.cells.map { Cell(id: $0.id, exercise: $0.info["exercise"], code: $0.code) }
  }
}
