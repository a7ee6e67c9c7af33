import Arrays

/// A student's function as the tests of a key see it: a name in the grader's session whose calls go to the submission's
/// process and whose results come back as plain data. Tests can so use NumPy, `==` and `assert` as they like: they are the
/// grader's, and nothing of the student's takes part in them.
final class RemoteFunctions {
  /// Where calls go.
  private let session: StudentSession
  private let isHidden: Bool
  /// Why a call gave nothing; the first one counts.
  private(set) var failure: CheckVerdict?

  init(_ session: StudentSession, isHidden: Bool) {
    self.session = session
    self.isHidden = isHidden
  }

  func function(_ name: String) -> NativeFunction {
    DistantFunction.make(name) { [self] arguments, keywords, _ in
      // A submission that took its process down is not asked again.
      if let failure, failure.verdict != .error, failure.verdict != .missing { throw raised(failure) }
      let outcome = session.call(name, arguments, keywords: keywords)
      switch outcome.judged(name, isHidden: isHidden) {
      case .success(let result): return result
      case .failure(let failure):
        if self.failure == nil { self.failure = failure.verdict }
        if case .raised(let className, let message) = outcome,
          Exceptions.all.contains(where: { $0.name == className })
        {
          throw DistantFunction.raised(className, message)
        }
        throw raised(failure.verdict)
      }
    }
  }

  private func raised(_ verdict: CheckVerdict) -> Raised { Raised(Exceptions.runtimeError, verdict.message) }
}
