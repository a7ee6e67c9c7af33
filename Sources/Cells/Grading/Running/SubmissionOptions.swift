import Arrays

/// What a grader fixes for one submission.
package struct SubmissionOptions: Sendable, Equatable {
  /// `script` for a `.py` file as a whole.
  package var kind = SessionOptions.Kind.notebook
  package var printStyle = PrintStyle.numpy126
  package var vintage = Vintage.current
  package var limits = SubmissionLimits()
  /// What the submission may read, by name: modules such as `public_tests.py`. There is nothing else.
  package var files: [String: [UInt8]] = [:]

  package init() {}
}

/// For each request, but for `memory`.
package struct SubmissionLimits: Sendable, Equatable {
  /// The last resort: it depends on how busy the machine is.
  package var time: Duration = .seconds(10)
  package var operations = 1_000_000_000
  /// Of all outputs, in bytes.
  package var output = 1 << 20
  /// Of all the submission holds, in bytes.
  package var memory = 1 << 30
  package var values = PlainLimits()

  package init() {}
}
