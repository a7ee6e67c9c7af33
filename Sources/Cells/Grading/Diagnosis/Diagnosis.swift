import Layers

/// What is known of a wrong result: which mistake gives the same.
package struct Diagnosis: Sendable, Equatable {
  /// For counting: a `Mistake`'s name, `described-1` for one of the key's, `only-where-stride` and the like.
  package let id: String
  /// A sentence for the student, without a full stop.
  package let text: String

  package init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}

/// One call of a fresh check, seen from its end.
struct JudgedCall {
  enum Ending {
    case right
    case wrong(PlainValue)
    /// An exception, or no value.
    case raised
  }

  let prepared: PreparedCall
  let ending: Ending

  var isRight: Bool { if case .right = ending { true } else { false } }
}

/// Compares wrong results of a reference layer with those of known mistakes.
struct Diagnoser {
  let tolerance: ValueTolerance
  let layer: LayerFunction

  private struct Returned {
    let input: LayerInput
    let parts: [Tensor?]
    let expected: [Tensor?]
  }

  /// The mistakes that explain the calls: for each part of the result that is wrong, the first one that gives the
  /// submission's numbers in every call that it returned from. Empty where none does.
  func mistakes(_ calls: [JudgedCall]) -> [Diagnosis] {
    let returned = calls.compactMap { call -> Returned? in
      guard let drawn = call.prepared.drawn else { return nil }
      let expected = parts(of: call.prepared.expected)
      switch call.ending {
      case .right: return Returned(input: drawn.input, parts: expected, expected: expected)
      case .wrong(let value): return Returned(input: drawn.input, parts: parts(of: value), expected: expected)
      case .raised: return nil
      }
    }
    var found: [Diagnosis] = []
    for (part, name) in layer.resultNames.enumerated() {
      let isWrong = { (call: Returned) in
        part < call.parts.count && !isNear(call.parts[part], call.expected[part])
      }
      guard returned.contains(where: isWrong),
        let mistake = Mistake.allCases.first(where: { mistake in
          returned.allSatisfy { explains(mistake, part, $0, isWrong: isWrong($0)) }
        })
      else { continue }
      if !found.contains(where: { $0.id == mistake.rawValue }) {
        found.append(Diagnosis(id: mistake.rawValue, text: "your \(name) equals the result when \(mistake.when)"))
      }
    }
    return found
  }

  /// Whether the mistake gives what came back; where that is right, it must not show.
  private func explains(_ mistake: Mistake, _ part: Int, _ call: Returned, isWrong: Bool) -> Bool {
    guard part < call.parts.count else { return false }
    let results = MistakenLayer.results(call.input, mistake)
    return results.contains { part < $0.count && isNear(call.parts[part], $0[part]) } || !isWrong && results.isEmpty
  }

  /// The numbers of the result's parts. A layer that gives a cache, too, may have been written without.
  private func parts(of value: PlainValue) -> [Tensor?] {
    switch value {
    case .tuple(let elements), .list(let elements):
      elements.prefix(layer.resultNames.count).map { PlainNumbers($0)?.tensor }
    default: [PlainNumbers(value)?.tensor]
    }
  }

  /// As near as the last digits of another order of addition.
  private func isNear(_ actual: Tensor?, _ expected: Tensor?) -> Bool {
    guard let actual, let expected, actual.shape == expected.shape else { return false }
    return zip(actual.values, expected.values).allSatisfy { a, b in
      a == b || abs(a - b) <= max(tolerance.absolute, 1e-9) + max(tolerance.relative, 1e-7) * abs(b)
    }
  }
}
