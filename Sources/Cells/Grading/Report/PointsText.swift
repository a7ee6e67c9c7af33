/// Points in reports: `7.5`, `10`.
package enum PointsText {
  /// With at most two digits behind the point.
  package static func text(_ points: Double) -> String {
    let hundredths = (points * 100).rounded()
    guard hundredths.magnitude < 1e15 else { return "\(points)" }
    return (hundredths / 100).description.withoutZeroFraction
  }
}

extension String {
  fileprivate var withoutZeroFraction: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
