/// How a check ended: exactly one of these.
package enum Verdict: String, Sendable, CaseIterable {
  case pass
  case fail
  /// An exception, or a file or cell that cannot be run.
  case error
  case timeOut = "time-out"
  case memory
  /// The student has not written what is checked.
  case missing
  /// The submission's process did something that no submission does.
  case tampered
}

package struct CheckGrade: Sendable, Equatable {
  package var id: String
  package var verdict: Verdict
  package var isPublished: Bool
  /// For the student; empty for a pass.
  package var message: String
  package var diagnoses: [Diagnosis]

  package init(
    id: String, verdict: Verdict, isPublished: Bool = false, message: String = "", diagnoses: [Diagnosis] = []
  ) {
    self.id = id
    self.verdict = verdict
    self.isPublished = isPublished
    self.message = message
    self.diagnoses = diagnoses
  }
}

package struct ExerciseGrade: Sendable, Equatable {
  package var id: String
  package var points: Double
  package var possible: Double
  /// In the order of the key; one for each of its checks.
  package var checks: [CheckGrade]
  /// For the student: `matches the published example only`.
  package var notes: [String]

  package init(id: String, points: Double, possible: Double, checks: [CheckGrade], notes: [String] = []) {
    self.id = id
    self.points = points
    self.possible = possible
    self.checks = checks
    self.notes = notes
  }

  /// Whether every check passed.
  package var isPassed: Bool { checks.allSatisfy { $0.verdict == .pass } }

  /// The verdict of the first check that did not pass.
  package var verdict: Verdict { checks.first { $0.verdict != .pass }?.verdict ?? .pass }

  package static let publishedOnly = "matches the published example only"
}

package struct SubmissionGrade: Sendable, Equatable {
  /// The file as it was named.
  package var submission: String
  /// What fresh arguments were drawn from.
  package var seed: UInt32
  /// Why the file cannot be read; every check is an error then.
  package var problem: String?
  /// In the order of the key.
  package var exercises: [ExerciseGrade]

  package init(submission: String, seed: UInt32, problem: String? = nil, exercises: [ExerciseGrade] = []) {
    self.submission = submission
    self.seed = seed
    self.problem = problem
    self.exercises = exercises
  }

  package var points: Double { exercises.reduce(0) { $0 + $1.points } }
  package var possible: Double { exercises.reduce(0) { $0 + $1.possible } }
}
