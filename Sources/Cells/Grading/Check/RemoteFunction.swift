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
    NativeFunction(name, "*args, **kwargs") { [self] a in
      let arguments = try a.rest.map { try PlainValue($0) }
      let keywords = try a.keywords.map { ($0.0, try PlainValue($0.1)) }
      // A submission that took its process down is not asked again.
      if let failure, failure.verdict != .error, failure.verdict != .missing { throw raised(failure) }
      let outcome = session.call(name, arguments, keywords: keywords)
      switch outcome.judged(name, isHidden: isHidden) {
      case .success(let result):
        try writeBack(result.argumentsAfter, before: arguments + keywords.map(\.1), to: a.rest + a.keywords.map(\.1))
        return try result.returned.value(in: a.interpreter)
      case .failure(let failure):
        if self.failure == nil { self.failure = failure.verdict }
        if case .raised(let className, let message) = outcome,
          let type = Exceptions.all.first(where: { $0.name == className })
        {
          throw Raised(type, message)
        }
        throw raised(failure.verdict)
      }
    }
  }

  private func raised(_ verdict: CheckVerdict) -> Raised { Raised(Exceptions.runtimeError, verdict.message) }

  /// A function that writes into its array arguments does so here, too.
  private func writeBack(_ after: [PlainValue], before: [PlainValue], to arguments: [Value]) throws {
    for (index, value) in after.enumerated() where index < arguments.count && value != before[index] {
      guard case .array(let changed) = value, let target = arguments[index].asArray?.array,
        target.shape == changed.shape, target.dtype == changed.dtype, target.isWriteable
      else { continue }
      try target.assign(changed.array())
    }
  }
}
