/// Grades the checks of one exercise against a session of the submission.
struct ExerciseGrader {
  let key: Key
  let exercise: Exercise
  let submission: Submission
  let mapping: ExerciseMapping
  let cache: GraderCache
  /// The seed of the fresh calls.
  let seed: UInt32
  /// A process that never sees what students must not: its answers may show.
  let examples: StudentSession

  /// In the order of the key.
  ///
  /// - Parameter isPublished: only the checks that students have seen, or only the others.
  func grade(_ session: StudentSession, isPublished: Bool) throws(InstructorSession.Problem) -> [CheckGrade] {
    var grades: [CheckGrade] = []
    for check in exercise.checks where check.isShown == isPublished {
      var verdict: CheckVerdict
      if let reason = absence {
        verdict = reason
      } else if let ending = cellFailure(session) {
        verdict = ending
      } else {
        verdict = try self.verdict(check, session)
      }
      if exercise.feedback == .verdict, verdict.verdict != .pass { (verdict.message, verdict.diagnoses) = ("", []) }
      grades.append(
        CheckGrade(
          id: check.id, verdict: verdict.verdict, isPublished: check.isShown, message: verdict.message,
          diagnoses: verdict.diagnoses))
    }
    return grades
  }

  private var showsValues: Bool { exercise.feedback == .full }

  /// What is missing altogether.
  private var absence: CheckVerdict? {
    if let name = mapping.missing[exercise.id]?.first { return .missing(name) }
    if mapping.cells[exercise.id]?.isEmpty ?? true {
      return CheckVerdict(verdict: .missing, message: "there is no cell '\(exercise.cell)'")
    }
    return nil
  }

  /// The cell of a function that could not be defined.
  private func cellFailure(_ session: StudentSession) -> CheckVerdict? {
    session.start()
    for index in mapping.cells[exercise.id] ?? [] {
      let name = "the cell" + (submission.cells[index].id.map { " '\($0)'" } ?? "")
      switch session.outcomes[index].ending {
      case .completed: continue
      case .limit(let limit): return .limit(limit, name)
      case .died(let death): return .died(death, name)
      case .tampered(let what): return .tampered(what)
      case .raised(let className, let message, _):
        // The function may have been defined before the cell went wrong; a call shows it.
        if !exercise.defines.isEmpty, DefinedNames(submission.cells[index].code).problem == nil { continue }
        return .raised(className, message, name, isHidden: false)
      }
    }
    return nil
  }

  private func verdict(_ check: Check, _ session: StudentSession) throws(InstructorSession.Problem) -> CheckVerdict {
    switch check.kind {
    case .output(let expected, let settings): return output(expected, settings, session)
    case .value(let expression, let expected):
      let wanted = try cache.value(of: expected, exercise)
      return compare(session.value(of: expression), wanted, check, name: expression, session)
    case .call(let call, let expected):
      var arguments: [PlainValue] = []
      for text in call.arguments { arguments.append(try cache.value(of: text, exercise)) }
      let wanted =
        if let expected { try cache.value(of: expected, exercise) } else {
          try cache.result(of: call, arguments, exercise)
        }
      let outcome = session.call(call.function, arguments).map(\.returned)
      return compare(outcome, wanted, check, name: call.function, session)
    case .reference(let fresh): return try reference(fresh, check, session)
    case .tests(let code, let expected, let settings):
      return tests(code, expected.map { RecordedCheck(expected: $0, settings: settings) }, check, session)
    }
  }

  private func output(
    _ expected: [RecordedOutput], _ settings: ComparisonSettings, _ session: StudentSession
  ) -> CheckVerdict {
    guard let index = mapping.cells[exercise.id]?.last else { return .missing(exercise.cell) }
    let outcome = session.outcomes[index]
    if case .raised(let className, let message, _) = outcome.ending {
      return .raised(className, message, "the cell", isHidden: false)
    }
    return RecordedCheck(expected: expected, settings: settings)
      .difference(outcome.outputs, who: "the cell", showsValues: showsValues).map { .fail($0) } ?? .pass
  }

  private func compare(
    _ outcome: Outcome<PlainValue>, _ wanted: PlainValue, _ check: Check, name: String, _ session: StudentSession
  ) -> CheckVerdict {
    switch outcome.judged(name, isHidden: !check.isShown) {
    case .failure(let failure): return failure.verdict
    case .success(let value):
      guard let difference = PlainComparison(tolerance: check.tolerance).difference(value, wanted) else { return .pass }
      // Of a call with arguments that students have not seen only the kind of mistake may show.
      let shows = showsValues && (check.isShown || name != exercise.defines.first)
      return .fail("\(name): \(difference.text(showsValues: shows))")
    }
  }

  // MARK: Fresh calls

  private func reference(
    _ fresh: FreshCalls, _ check: Check, _ session: StudentSession
  ) throws(InstructorSession.Problem) -> CheckVerdict {
    let freshCheck = FreshCheck(fresh: fresh, tolerance: check.tolerance)
    let judgement = freshCheck.judge(try cache.calls(fresh, exercise, check.id, seed: seed), session, isHidden: true)
    if judgement.isRight {
      guard let changed = judgement.changed.first else { return .pass }
      return .fail(
        "\(fresh.function) changes its argument \(changed): work on a copy",
        [Diagnosis(id: "argument-changed", text: "the function writes into the array that it was given")])
    }
    var verdict = freshCheck.verdict(judgement) { calls in
      described(calls, fresh.function, check.tolerance)
    }
    if judgement.final == nil {
      let calls = try cache.calls(fresh, exercise, check.id, seed: GraderCache.exampleSeed)
      let shown = freshCheck.judge(calls, examples, isHidden: false, stopsAtFirst: true)
      if let example = freshCheck.example(shown, showsValues: showsValues) { verdict.message += "; \(example)" }
    }
    return verdict
  }

  /// The key's own mistakes.
  private func described(_ calls: [JudgedCall], _ function: String, _ tolerance: ValueTolerance) -> [Diagnosis] {
    let comparison = PlainComparison(tolerance: tolerance)
    for (index, mistake) in exercise.mistakes.enumerated() {
      let explains = calls.allSatisfy { call in
        guard case .wrong(let value) = call.ending else { return true }
        guard let result = cache.result(of: index, exercise, function, call.prepared.arguments.map(\.value)) else {
          return false
        }
        return comparison.difference(value, result) == nil
      }
      if explains {
        return [
          Diagnosis(id: "described-\(index + 1)", text: "your result equals what comes out when \(mistake.when)")
        ]
      }
    }
    return []
  }

  // MARK: Tests

  private func tests(
    _ code: String, _ recorded: RecordedCheck?, _ check: Check, _ session: StudentSession
  ) -> CheckVerdict {
    let tests = InstructorSession(key, stackBytes: cache.stackBytes)
    let remote = RemoteFunctions(session, isHidden: !check.isShown)
    for name in key.exercises.flatMap(\.defines) { tests.define(name, remote.function(name)) }
    let result = tests.run(code)
    switch result.ending {
    case .completed:
      // What the tests caught themselves does not count, but for what no test may catch.
      if let failure = remote.failure, failure.verdict != .error, failure.verdict != .missing { return failure }
      return recorded?.difference(result.outputs, who: "the test", showsValues: showsValues && check.isShown)
        .map { .fail($0) } ?? .pass
    case .limit(let limit): return remote.failure ?? .fail("the test reaches \(limit)")
    case .interrupted: return .fail("the test was interrupted")
    case .raised:
      if let failure = remote.failure { return failure }
      return .fail(failureText(result, code, isHidden: !check.isShown))
    }
  }

  /// An assertion's own words, if they stand in the test as they are: others may hold what students must not see.
  private func failureText(_ result: CellResult, _ code: String, isHidden: Bool) -> String {
    guard case .error(let className, let message, _)? = result.outputs.last(where: { $0.isError }) else {
      return "a test fails"
    }
    let isSafe = !isHidden || !message.isEmpty && code.contains(message)
    let text = message.shortened(to: 200).visible
    if className == "AssertionError" { return isSafe && !message.isEmpty ? "a test fails: \(text)" : "a test fails" }
    return "a test ends in " + (isSafe ? RaisedError(className, text).summary : className)
  }
}

extension CellOutput {
  fileprivate var isError: Bool { if case .error = self { true } else { false } }
}

extension Outcome {
  func map<Other>(_ transform: (Given) -> Other) -> Outcome<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .raised(let name, let message): .raised(class: name, message: message)
    case .missing(let name): .missing(name)
    case .timeOut: .timeOut
    case .operations: .operations
    case .memory: .memory
    case .output: .output
    case .died(let death): .died(death)
    case .tampered(let what): .tampered(what)
    }
  }
}

extension Check {
  /// Whether what it works on may show: the tests of the student's own notebook, and what the student's cell prints.
  var isShown: Bool {
    if case .output = kind { return true }
    return isPublished
  }
}
