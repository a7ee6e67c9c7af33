/// What does not depend on the submission: drawn calls, expected values, sessions of the key's code. Made when first
/// needed, kept for the whole run.
final class GraderCache {
  let key: Key
  let stackBytes: Int
  private var drawn: [String: [PreparedCall]] = [:]
  private var values: [String: PlainValue] = [:]
  private var solved: [String: InstructorSession] = [:]
  private var mistaken: [String: InstructorSession] = [:]

  /// Of the calls whose arguments anybody may see.
  static let exampleSeed: UInt32 = 0

  init(_ key: Key, stackBytes: Int) {
    self.key = key
    self.stackBytes = stackBytes
  }

  func calls(
    _ fresh: FreshCalls, _ exercise: Exercise, _ check: String, seed: UInt32
  ) throws(InstructorSession.Problem) -> [PreparedCall] {
    let name = "\(seed)/\(exercise.id)/\(check)"
    if let calls = drawn[name] { return calls }
    let calls = try FreshDraws(key: key, stackBytes: stackBytes).calls(fresh, of: exercise, check: check, seed: seed)
    drawn[name] = calls
    return calls
  }

  /// An expression of the key, once the exercise's solution has run.
  func value(of expression: String, _ exercise: Exercise) throws(InstructorSession.Problem) -> PlainValue {
    let name = "\(exercise.id)/\(expression)"
    if let value = values[name] { return value }
    let value = try session(exercise).value(of: expression)
    values[name] = value
    return value
  }

  func result(
    of call: FunctionCall, _ arguments: [PlainValue], _ exercise: Exercise
  ) throws(InstructorSession.Problem) -> PlainValue {
    let name = "\(exercise.id)/\(call.function)(\(call.arguments.joined(separator: ", ")))"
    if let value = values[name] { return value }
    let value = try session(exercise).call(call.function, arguments)
    values[name] = value
    return value
  }

  /// What the code of a described mistake gives; `nil` where it raises.
  func result(of mistake: Int, _ exercise: Exercise, _ function: String, _ arguments: [PlainValue]) -> PlainValue? {
    let name = "\(exercise.id)/\(mistake)"
    if mistaken[name] == nil, let session = try? makeSession(exercise) {
      session.run(exercise.mistakes[mistake].code)
      mistaken[name] = session
    }
    return try? mistaken[name]?.call(function, arguments)
  }

  private func session(_ exercise: Exercise) throws(InstructorSession.Problem) -> InstructorSession {
    if let session = solved[exercise.id] { return session }
    let session = try makeSession(exercise)
    solved[exercise.id] = session
    return session
  }

  /// With the solutions up to this exercise's.
  private func makeSession(_ exercise: Exercise) throws(InstructorSession.Problem) -> InstructorSession {
    let session = InstructorSession(key, stackBytes: stackBytes)
    for other in key.exercises {
      if !other.defines.isEmpty { try session.require(other.solution, "the solution of \(other.id)") }
      if other.id == exercise.id { break }
    }
    return session
  }
}
