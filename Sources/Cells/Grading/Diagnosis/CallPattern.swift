/// What the calls that went wrong have in common, where no known mistake gives their results: `pad is 0`.
struct CallPattern {
  /// Names and words of a rule that holds for every call that went wrong and for no other. `nil` where there is none, or
  /// too few calls of either kind to tell.
  static func find(_ calls: [JudgedCall]) -> Diagnosis? {
    let (right, wrong) = (calls.filter(\.isRight), calls.filter { !$0.isRight })
    guard right.count >= 2, wrong.count >= 2, let first = calls.first else { return nil }
    for (index, parameter) in first.prepared.parameters.enumerated() where parameter.name != "values" {
      let rightValues = right.map { $0.prepared.parameters[index].value }
      let wrongValues = wrong.map { $0.prepared.parameters[index].value }
      if let rule = rule(right: rightValues, wrong: wrongValues) {
        return Diagnosis(
          id: "only-where-\(parameter.name)",
          text: "every call with \(parameter.name) \(rule) goes wrong, and no other")
      }
    }
    let isSquare = { (call: JudgedCall) in
      let sides = call.prepared.parameters.filter { $0.name == "height" || $0.name == "width" }.map(\.value)
      return sides.count == 2 && sides[0] == sides[1]
    }
    if right.allSatisfy(isSquare), !wrong.contains(where: isSquare),
      first.prepared.parameters.contains(where: { $0.name == "width" })
    {
      return Diagnosis(
        id: "only-where-not-square", text: "every call whose height and width differ goes wrong, and no other")
    }
    return nil
  }

  private static func rule(right: [String], wrong: [String]) -> String? {
    let (rightSet, wrongSet) = (Set(right), Set(wrong))
    guard rightSet.isDisjoint(with: wrongSet) else { return nil }
    if wrongSet.count == 1, let value = wrongSet.first { return value }
    let (rightNumbers, wrongNumbers) = (right.compactMap { Int($0) }, wrong.compactMap { Int($0) })
    guard rightNumbers.count == right.count, wrongNumbers.count == wrong.count, let rightMost = rightNumbers.max(),
      let rightLeast = rightNumbers.min(), let wrongLeast = wrongNumbers.min(), let wrongMost = wrongNumbers.max()
    else { return nil }
    if rightMost < wrongLeast { return "greater than \(rightMost)" }
    if wrongMost < rightLeast { return "less than \(rightLeast)" }
    if rightSet.count == 1 { return "other than \(rightLeast)" }
    return nil
  }
}
