import Arrays

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The numbers at the marks of a linear axis: all with the same digits, large and small ones without what they have
/// in common.
package struct TickLabels {
  /// What all numbers have in common, to be shown once at the axis's end.
  package private(set) var offset = 0.0
  /// The power of ten that they are divided by, also to be shown once.
  package private(set) var exponent = 0
  private var digits = 0

  package init(for places: [Double], low: Double, high: Double) {
    let visible = places.filter { low <= $0 && $0 <= high }
    guard !places.isEmpty, places.allSatisfy({ $0.isFinite && $0.magnitude < 1e300 }) else { return }
    findOffset(visible)
    findExponent(visible, low, high)
    findDigits(places, low, high)
  }

  package func text(_ place: Double) -> String {
    var value = (place - offset) / pow(10, Double(exponent))
    if abs(value) < 1e-8 { value = 0 }
    let text = FloatText.fixed(value, digits: digits)
    return text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text
  }

  private mutating func findOffset(_ visible: [Double]) {
    guard let least = visible.min(), let greatest = visible.max(), least != greatest, least > 0 || greatest < 0 else {
      return
    }
    let (low, high) = (min(abs(least), abs(greatest)), max(abs(least), abs(greatest)))
    let start = log10(high).rounded(.up)
    func quotients(_ power: Double) -> (Double, Double) {
      ((low / pow(10, power)).rounded(.down), (high / pow(10, power)).rounded(.down))
    }
    func firstPower(where isWanted: ((Double, Double)) -> Bool) -> Double {
      var power = start
      while power > start - 40, !isWanted(quotients(power)) { power -= 1 }
      return power + 1
    }
    var power = firstPower { $0.0 != $0.1 }
    if (high - low) / pow(10, power) <= 1e-2 { power = firstPower { $0.1 - $0.0 > 1 } }
    let common = quotients(power).1
    if common >= 1000 { offset = copysign(common * pow(10, power), least) }
  }

  private mutating func findExponent(_ visible: [Double], _ low: Double, _ high: Double) {
    guard let largest = visible.map(abs).max() else { return }
    let size = offset != 0 ? high - low : largest
    let power = size == 0 ? 0 : Int(clamping: log10(size).rounded(.down))
    if power <= -5 || power >= 6 { exponent = power }
  }

  private mutating func findDigits(_ places: [Double], _ low: Double, _ high: Double) {
    let scale = pow(10, Double(exponent))
    func scaled(_ values: [Double]) -> [Double] { values.map { ($0 - offset) / scale } }
    let own = scaled(places)
    let all = places.count < 2 ? own + scaled([low, high]) : own
    var range = (all.max() ?? 0) - (all.min() ?? 0)
    if range == 0 { range = all.map(abs).max() ?? 0 }
    if range == 0 { range = 1 }
    let power = Int(clamping: log10(range).rounded(.down))
    var count = min(max(0, 3 - power), 300)
    let threshold = 1e-3 * pow(10, Double(power))
    while count >= 0 {
      let factor = pow(10, Double(count))
      let error = own.map { abs($0 - ($0 * factor).rounded(.toNearestOrEven) / factor) }.max() ?? 0
      if error >= threshold { break }
      count -= 1
    }
    digits = count + 1
  }
}
