/// One thing that is asked of an exercise.
package struct Check: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// What the exercise's cell printed and showed, against what the instructor's recorded.
    case output(expected: [RecordedOutput], ComparisonSettings)
    /// An expression in the student's session, against an expression in the grader's.
    case value(String, expected: String)
    /// A call with fixed arguments, against an expected value, or the solution's where there is none.
    case call(FunctionCall, expected: String?)
    /// Calls with fresh random arguments, against the reference layer or the solution.
    case reference(FreshCalls)
    /// Code that runs in the grader's own session, where the exercise's functions stand for the student's; it passes
    /// without an exception, and if it prints what is expected.
    case tests(code: String, expected: [RecordedOutput]?, ComparisonSettings)
  }

  package var id: String
  package var weight: Double
  /// Whether students have seen it: their notebook holds the same test.
  package var isPublished: Bool
  package var tolerance: ValueTolerance
  package var kind: Kind

  package init(
    id: String, weight: Double = 1, isPublished: Bool = false, tolerance: ValueTolerance = ValueTolerance(),
    _ kind: Kind
  ) {
    self.id = id
    self.weight = weight
    self.isPublished = isPublished
    self.tolerance = tolerance
    self.kind = kind
  }
}

package struct FunctionCall: Sendable, Equatable {
  package var function: String
  /// Expressions of the cell language, evaluated in the grader's session.
  package var arguments: [String]

  package init(_ function: String, _ arguments: [String]) {
    self.function = function
    self.arguments = arguments
  }
}

/// Calls of one function whose arguments are drawn anew for every submission run, from one seed.
package struct FreshCalls: Sendable, Equatable {
  /// What has to hold of every call besides its result.
  package enum Property: String, Sendable, CaseIterable {
    /// The arguments are afterwards what they were.
    case unchanged
    /// The result has the reference's shape, told apart from its numbers.
    case shape
    /// The gradients agree with finite differences of the reference layer.
    case gradient
  }

  package static let fewestDraws = 20

  package var function: String
  /// Expressions in the names of `ranges`; empty for a reference layer, whose arguments are known.
  package var arguments: [String]
  package var draws: Int
  package var ranges: DrawRanges
  package var properties: [Property]
  /// Parts of the result that do not count, by their place: `cache` for what layers hand on to the way back.
  package var ignoresCache: Bool

  package init(
    _ function: String, arguments: [String] = [], draws: Int = 24, ranges: DrawRanges = DrawRanges(),
    properties: [Property] = [.unchanged, .shape], ignoresCache: Bool = false
  ) {
    self.function = function
    self.arguments = arguments
    self.draws = draws
    self.ranges = ranges
    self.properties = properties
    self.ignoresCache = ignoresCache
  }
}
