import Arrays

/// One call of a fresh check, ready to be made.
struct PreparedCall: Sendable {
  /// What was drawn, by name.
  let parameters: [DrawnInput.Parameter]
  let arguments: [(name: String, value: PlainValue)]
  let expected: PlainValue
  /// For a reference layer: the arguments as the loops of known mistakes read them.
  let drawn: DrawnInput?

  /// `stride 2, pad 1`
  var parameterText: String { parameters.map { "\($0.name) \($0.value)" }.joined(separator: ", ") }
}

/// Draws the calls of fresh checks and computes what they should give, once for all submissions of a run.
struct FreshDraws {
  let key: Key
  let stackBytes: Int

  /// - Parameter seed: with the exercise and the check it fixes the draws.
  func calls(
    _ fresh: FreshCalls, of exercise: Exercise, check: String, seed: UInt32
  ) throws(InstructorSession.Problem) -> [PreparedCall] {
    let seeds = [Int(seed), Int(FreshDraws.hash("\(exercise.id)/\(check)"))]
    if fresh.arguments.isEmpty, let layer = LayerDraw(function: fresh.function) {
      do {
        return try layer.inputs(fresh, seed: seeds).map { drawn in
          PreparedCall(
            parameters: drawn.parameters, arguments: try drawn.arguments(), expected: try drawn.expected(), drawn: drawn
          )
        }
      } catch {
        throw InstructorSession.Problem(text: "the arguments of \(fresh.function) cannot be drawn: \(error)")
      }
    }
    return try solvedCalls(fresh, exercise, seeds)
  }

  /// The arguments are expressions, the solution is the reference.
  private func solvedCalls(
    _ fresh: FreshCalls, _ exercise: Exercise, _ seeds: [Int]
  ) throws(InstructorSession.Problem) -> [PreparedCall] {
    let session = InstructorSession(key, stackBytes: stackBytes)
    for solved in key.exercises {
      try session.require(solved.solution, "the solution of \(solved.id)")
      if solved.id == exercise.id { break }
    }
    guard let random = try? RandomState(seed: seeds) else { return [] }
    let table = DrawTable(fresh.ranges, draws: fresh.draws, random: random)
    var calls: [PreparedCall] = []
    for draw in 0..<fresh.draws {
      for entry in fresh.ranges.entries {
        let value = table.word(entry.name, draw).map { PlainValue.text($0) } ?? .int(table.number(entry.name, draw))
        try session.set(entry.name, to: value)
      }
      try session.seed(FreshDraws.hash("\(seeds)/\(draw)"))
      var arguments: [(name: String, value: PlainValue)] = []
      for (index, expression) in fresh.arguments.enumerated() {
        arguments.append(("argument \(index + 1)", try session.value(of: expression)))
      }
      calls.append(
        PreparedCall(
          parameters: table.parameters(draw), arguments: arguments,
          expected: try session.call(fresh.function, arguments.map(\.value)), drawn: nil))
    }
    return calls
  }

  /// FNV-1a.
  static func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
