/// How far changed numbers are from the recorded ones: the first few one by one, then the largest.
struct NumberDifferences {
  private static let shown = 5

  private var count = 0
  private var details: [String] = []
  private var largest = 0.0
  private var largestRelative = 0.0

  mutating func add(_ numbers: [(old: String, new: String)]) {
    for (old, new) in numbers {
      guard let recorded = Double(old), let actual = Double(new), recorded.isFinite, actual.isFinite else { continue }
      let difference = abs(actual - recorded)
      let relative = recorded == 0 ? Double.infinity : difference / abs(recorded)
      count += 1
      largest = max(largest, difference)
      if relative.isFinite { largestRelative = max(largestRelative, relative) }
      guard details.count < NumberDifferences.shown else { continue }
      let distance =
        difference == 0
        ? "the same float64 value"
        : "off by \(difference.brief)" + (relative.isFinite ? ", relative \(relative.brief)" : "")
      details.append("\(old) is now \(new): \(distance)")
    }
  }

  var lines: [String] {
    var lines = details.map { "  " + $0 }
    if count > details.count {
      lines.append(
        "  \(count) numbers differ: off by \(largest.brief) at most, relative \(largestRelative.brief) at most")
    }
    return lines
  }
}

extension Double {
  /// Three significant digits.
  fileprivate var brief: String {
    guard self != 0, isFinite else { return "\(self)" }
    var exponent = 0
    var scaled = abs(self)
    while scaled >= 10 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1 {
      scaled *= 10
      exponent -= 1
    }
    var hundredths = Int((scaled * 100).rounded())
    if hundredths == 1000 {
      hundredths = 100
      exponent += 1
    }
    var digits = Array(String(hundredths))
    guard exponent < -4 || exponent > 2 else { return plain(digits, exponent) }
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    let mantissa = String(digits[0]) + (digits.count > 1 ? "." + String(digits[1...]) : "")
    let power = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
    return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(power)"
  }

  private func plain(_ digits: [Character], _ exponent: Int) -> String {
    var text = digits
    if exponent < 0 {
      text = Array(String(repeating: "0", count: -exponent)) + text
    }
    let point = max(exponent, 0) + 1
    var result = String(text[..<point])
    var fraction = Array(text[point...])
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { result += "." + String(fraction) }
    return result
  }
}
