import Layers

/// Makes the calls of a fresh check and judges them.
struct FreshCheck {
  let fresh: FreshCalls
  let tolerance: ValueTolerance

  /// What the calls gave.
  struct Judgement {
    var calls: [JudgedCall] = []
    /// Ends the check whatever the other calls gave: a limit, a missing function.
    var final: CheckVerdict?
    /// The first call that raised, and the first that returned something wrong, in words and as a difference.
    var firstRaised: CheckVerdict?
    var differences: [ValueDifference] = []
    /// The arguments that calls changed, by name.
    var changed: [String] = []
    var firstWrong: (call: PreparedCall, difference: ValueDifference)?

    var isRight: Bool { final == nil && calls.allSatisfy(\.isRight) }
  }

  /// - Parameters:
  ///   - isHidden: whether the arguments must not show in messages.
  ///   - stopsAtFirst: for an example: one call that goes wrong is enough.
  func judge(
    _ calls: [PreparedCall], _ session: StudentSession, isHidden: Bool, stopsAtFirst: Bool = false
  ) -> Judgement {
    var judgement = Judgement()
    for (index, call) in calls.enumerated() {
      if stopsAtFirst, let last = judgement.calls.last, !last.isRight { break }
      let outcome = session.call(fresh.function, call.arguments.map(\.value), seed: UInt32(index))
      switch outcome.judged(fresh.function, isHidden: isHidden) {
      case .failure(let failure):
        guard failure.verdict.verdict == .error, case .raised = outcome else {
          judgement.final = failure.verdict
          return judgement
        }
        judgement.calls.append(JudgedCall(prepared: call, ending: .raised))
        if judgement.firstRaised == nil { judgement.firstRaised = failure.verdict }
      case .success(let result): add(result, call, &judgement)
      }
    }
    return judgement
  }

  private func add(_ result: CallResult, _ call: PreparedCall, _ judgement: inout Judgement) {
    if fresh.properties.contains(.unchanged) {
      for (argument, after) in zip(call.arguments, result.argumentsAfter) where argument.value != after {
        if !judgement.changed.contains(argument.name) { judgement.changed.append(argument.name) }
      }
    }
    let (actual, expected) = compared(result.returned, call.expected)
    guard
      let difference = PlainComparison(tolerance: tolerance).difference(actual, expected, names: partNames)
    else {
      judgement.calls.append(JudgedCall(prepared: call, ending: .right))
      return
    }
    judgement.calls.append(JudgedCall(prepared: call, ending: .wrong(result.returned)))
    judgement.differences.append(difference)
    if judgement.firstWrong == nil { judgement.firstWrong = (call, difference) }
  }

  private var layer: LayerFunction? { fresh.arguments.isEmpty ? LayerFunction(rawValue: fresh.function) : nil }

  private var partNames: [String] { layer.map { $0.resultNames + ["cache"] } ?? [] }

  /// Without the cache where that does not count.
  private func compared(_ actual: PlainValue, _ expected: PlainValue) -> (PlainValue, PlainValue) {
    guard fresh.ignoresCache, case .tuple(let wanted) = expected, layer == .convForward || layer == .poolForward else {
      return (actual, expected)
    }
    switch actual {
    case .tuple(let given) where !given.isEmpty, .list(let given) where !given.isEmpty:
      return (.tuple([given[0]]), .tuple([wanted[0]]))
    default: return (.tuple([actual]), .tuple([wanted[0]]))
    }
  }

  /// The verdict of calls that are not all right, without the words that only an example may give.
  func verdict(_ judgement: Judgement, described: ([JudgedCall]) -> [Diagnosis]) -> CheckVerdict {
    if let final = judgement.final { return final }
    let wrong = judgement.calls.count { !$0.isRight }
    let share = wrong == judgement.calls.count ? "all" : "\(wrong) of \(judgement.calls.count)"
    let name = fresh.function
    guard judgement.firstWrong != nil else {
      var verdict = judgement.firstRaised ?? .pass
      verdict.message += " (in \(share) fresh calls)"
      verdict.diagnoses = CallPattern.find(judgement.calls).map { [$0] } ?? []
      return verdict
    }
    var message = "\(name) is wrong in \(share) fresh calls"
    if let part = wrongGradient(judgement) { message += "; \(part) does not agree with finite differences" }
    return .fail(message, diagnoses(judgement, described))
  }

  private func wrongGradient(_ judgement: Judgement) -> String? {
    guard fresh.properties.contains(.gradient) else { return nil }
    for call in judgement.calls {
      if case .wrong(let value) = call.ending, let drawn = call.prepared.drawn,
        let part = try? FiniteDifferences.wrongPart(drawn, value)
      {
        return part
      }
    }
    return nil
  }

  private func diagnoses(_ judgement: Judgement, _ described: ([JudgedCall]) -> [Diagnosis]) -> [Diagnosis] {
    let differences = judgement.differences
    if differences.allSatisfy({ if case .nothing = $0.kind { true } else { false } }) {
      return [Diagnosis(id: "no-return", text: "nothing is returned; print only shows a value")]
    }
    var found = described(judgement.calls)
    if found.isEmpty, let layer { found = Diagnoser(tolerance: tolerance, layer: layer).mistakes(judgement.calls) }
    if found.isEmpty, case .dtype(let expected, let actual)? = differences.first?.kind,
      differences.allSatisfy({ if case .dtype = $0.kind { true } else { false } })
    {
      found = [Diagnosis(id: "wrong-dtype", text: "the result holds \(actual) where \(expected) is expected")]
    }
    if found.isEmpty, let pattern = CallPattern.find(judgement.calls) { found = [pattern] }
    return found
  }

  /// What one wrong call gave, for the student: only for calls whose arguments are no secret.
  func example(_ judgement: Judgement, showsValues: Bool) -> String? {
    if let (call, difference) = judgement.firstWrong {
      return "for example with \(call.parameterText): \(difference.text(showsValues: showsValues))"
    }
    if let raised = judgement.firstRaised, let call = judgement.calls.first(where: { !$0.isRight }) {
      return "for example with \(call.prepared.parameterText): \(raised.message)"
    }
    return nil
  }
}
