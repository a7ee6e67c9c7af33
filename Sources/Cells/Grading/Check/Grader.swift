/// Grades submissions with a key, one after another. One grader belongs to one thread.
package final class Grader {
  package typealias MakeRunner = () -> any SubmissionRunner

  /// The key's own code does not work: a fault of the key, never of a submission.
  package struct Failure: Error, Sendable {
    package let exercise: String
    package let text: String
  }

  package let key: Key
  /// What fresh arguments are drawn from.
  package let seed: UInt32
  private let cache: GraderCache

  /// - Parameter stackBytes: of the thread that the grader runs on.
  package init(_ key: Key, seed: UInt32, stackBytes: Int) {
    self.key = key
    self.seed = seed
    cache = GraderCache(key, stackBytes: stackBytes)
  }

  /// The grades of a file that cannot be read: every check is an error.
  package static func unreadable(_ key: Key, _ problem: String) -> [ExerciseGrade] {
    key.exercises.map { exercise in
      ExerciseGrade(
        id: exercise.id, points: 0, possible: exercise.points,
        checks: exercise.checks.map {
          CheckGrade(
            id: $0.id, verdict: .error, isPublished: $0.isShown, message: "the file cannot be read: \(problem)")
        })
    }
  }

  /// - Parameters:
  ///   - makeRunner: starts a process for the submission; several one after another where one comes to an end.
  ///   - onExercise: gets each exercise as soon as it is done.
  package func grade(
    _ submission: Submission, name: String, makeRunner: @escaping MakeRunner,
    onExercise: (ExerciseGrade) -> Void = { _ in }
  ) throws(Failure) -> SubmissionGrade {
    let mapping = ExerciseMapping(submission, key)
    let session = StudentSession(submission, makeRunner: makeRunner)
    let examples = StudentSession(submission, makeRunner: makeRunner)
    let graders = key.exercises.map { exercise in
      ExerciseGrader(
        key: key, exercise: exercise, submission: submission, mapping: mapping, cache: cache, seed: seed,
        examples: examples)
    }
    // What may show comes first: then no answer to it can hold what comes later and may not.
    var published: [[CheckGrade]] = []
    for grader in graders { published.append(try checks(grader, session, isPublished: true)) }
    var grades: [ExerciseGrade] = []
    for (index, grader) in graders.enumerated() {
      let hidden = try checks(grader, session, isPublished: false)
      var grade = exerciseGrade(grader.exercise, published[index] + hidden)
      if !grade.isPassed, let other = try regrade(grader, submission, mapping, grades, makeRunner),
        other.points > grade.points
      {
        grade = other
      }
      grades.append(grade)
      onExercise(grade)
    }
    return SubmissionGrade(submission: name, seed: seed, exercises: grades)
  }

  private func checks(
    _ grader: ExerciseGrader, _ session: StudentSession, isPublished: Bool
  ) throws(Failure) -> [CheckGrade] {
    do throws(InstructorSession.Problem) {
      return try grader.grade(session, isPublished: isPublished)
    } catch {
      throw Failure(exercise: grader.exercise.id, text: error.text)
    }
  }

  private func exerciseGrade(_ exercise: Exercise, _ checks: [CheckGrade]) -> ExerciseGrade {
    let ordered = exercise.checks.compactMap { check in checks.first { $0.id == check.id } }
    let weight = exercise.checks.reduce(0) { $0 + $1.weight }
    let passed = zip(exercise.checks, ordered).reduce(0) { $0 + ($1.1.verdict == .pass ? $1.0.weight : 0) }
    let isPassed = ordered.allSatisfy { $0.verdict == .pass }
    let share: Double
    switch exercise.credit {
    case .all: share = isPassed ? 1 : 0
    case .each: share = weight > 0 ? passed / weight : isPassed ? 1 : 0
    }
    var notes: [String] = []
    let published = ordered.filter(\.isPublished)
    if !isPassed, !published.isEmpty, published.allSatisfy({ $0.verdict == .pass }) {
      notes.append(ExerciseGrade.publishedOnly)
    }
    return ExerciseGrade(
      id: exercise.id, points: exercise.points * share, possible: exercise.points, checks: ordered, notes: notes)
  }

  /// Grades an exercise anew with the key's functions of those before it that are wrong, so that one mistake costs no
  /// points twice. They run in a process of their own. `nil` where there are none.
  private func regrade(
    _ grader: ExerciseGrader, _ submission: Submission, _ mapping: ExerciseMapping, _ earlier: [ExerciseGrade],
    _ makeRunner: @escaping MakeRunner
  ) throws(Failure) -> ExerciseGrade? {
    let needed = dependencies(of: grader.exercise)
    let wrong = earlier.filter { needed.contains($0.id) && !$0.isPassed }.map(\.id)
    let functions = wrong.flatMap { key[$0]?.defines ?? [] }
    guard !functions.isEmpty, mapping.missing[grader.exercise.id] == nil else { return nil }
    let solutions = StudentSession(
      Submission(cells: (key.setup + key.exercises.map(\.solution)).map { Submission.Cell(code: $0) }),
      makeRunner: makeRunner)
    let lent = LentFunctions(functions) { solutions.call($0, $1, keywords: $2) }
    func session() -> StudentSession { StudentSession(submission, lent: lent, makeRunner: makeRunner) }
    let again = ExerciseGrader(
      key: key, exercise: grader.exercise, submission: submission, mapping: mapping, cache: cache, seed: seed,
      examples: session())
    let main = session()
    let published = try checks(again, main, isPublished: true)
    let hidden = try checks(again, main, isPublished: false)
    var grade = exerciseGrade(grader.exercise, published + hidden)
    grade.notes.append("marked with the key's \(wrong.joined(separator: ", ")), since your own is not right")
    return grade
  }

  /// The exercises that one builds on, directly or through others.
  private func dependencies(of exercise: Exercise) -> Set<String> {
    var found: Set<String> = []
    var open = exercise.after
    while let id = open.popLast() {
      if found.insert(id).inserted { open += key[id]?.after ?? [] }
    }
    return found
  }
}
