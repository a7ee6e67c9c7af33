import Arrays

/// What the instructor knows of an assignment and the students must not: its exercises, their checks and solutions
/// (docs/grading.md). As YAML it is read by `Key(reading:)` and written by `text`.
package struct Key: Sendable, Equatable {
  package static let currentVersion = 1

  package var title: String?
  package var printStyle: PrintStyle
  /// Code that runs before every test in the grader's own session: imports and helpers of the tests.
  package var setup: [String]
  /// Python files beside the key that submissions and tests may import, and no others: `public_tests.py`.
  package var files: [String]
  /// What stands in `files`: not part of the key's text, but read by whoever opens it.
  package var fileContents: [String: [UInt8]] = [:]
  /// In the order of the notebook. Never empty; ids are unique, and `after` names earlier exercises only.
  package var exercises: [Exercise]

  package init(
    title: String? = nil, printStyle: PrintStyle = .numpy126, setup: [String] = [], files: [String] = [],
    exercises: [Exercise] = []
  ) {
    self.title = title
    self.printStyle = printStyle
    self.setup = setup
    self.files = files
    self.exercises = exercises
  }

  package var points: Double { exercises.reduce(0) { $0 + $1.points } }

  package subscript(id: String) -> Exercise? { exercises.first { $0.id == id } }
}

/// A function or value that a student must supply.
package struct Exercise: Sendable, Equatable {
  /// How points are given where several checks belong to one exercise.
  package enum Credit: String, Sendable, CaseIterable {
    /// All or nothing.
    case all
    /// By the weights of the checks that pass.
    case each
  }

  /// How much of a failure the student sees.
  package enum Feedback: String, Sendable, CaseIterable {
    /// Where the result differs, what it is and should be, how large the error is, and the diagnosis.
    case full
    /// The kind of mistake: the diagnosis, or whether shape, dtype or numbers differ; no values.
    case kind
    /// The verdict alone.
    case verdict
  }

  package var id: String
  package var points: Double
  /// The id of the cell that the student fills in.
  package var cell: String
  /// The functions that the cell defines in the instructor's notebook.
  package var defines: [String]
  /// The exercises that this one builds on. Where a student's own are wrong, it is marked with the solutions of those.
  package var after: [String]
  package var credit: Credit
  package var feedback: Feedback
  /// The instructor's cell.
  package var solution: String
  package var checks: [Check]
  package var mistakes: [DescribedMistake]

  package init(
    id: String, points: Double, cell: String, defines: [String] = [], after: [String] = [], credit: Credit = .all,
    feedback: Feedback = .full, solution: String, checks: [Check] = [], mistakes: [DescribedMistake] = []
  ) {
    self.id = id
    self.points = points
    self.cell = cell
    self.defines = defines
    self.after = after
    self.credit = credit
    self.feedback = feedback
    self.solution = solution
    self.checks = checks
    self.mistakes = mistakes
  }
}

/// A mistake that the instructor foresees, as code that makes it.
package struct DescribedMistake: Sendable, Equatable {
  /// Goes on from "your result equals what comes out when ...": `the sum is divided by the number of channels`.
  package var when: String
  /// Defines the exercise's functions, with the mistake.
  package var code: String

  package init(when: String, code: String) {
    self.when = when
    self.code = code
  }
}
