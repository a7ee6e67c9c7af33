import Arrays
import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The marks of an axis and what is written beside them.
struct AxisMarks {
  struct Mark {
    let value: Double
    let text: String
    var style = Style()
  }

  var major: [Mark] = []
  var minor: [Mark] = []
  /// Once at the end of the axis: what all numbers have to be multiplied with, or added to.
  var offset = ""

  /// - Parameter room: how many marks there is room for.
  init(_ axis: Axis, _ placement: AxisPlacement, room: Int) {
    let (low, high) = (min(placement.limits.0, placement.limits.1), max(placement.limits.0, placement.limits.1))
    if let ticks = axis.ticks {
      let numbers = AxisMarks.texts(ticks.map(\.position), low, high, axis.tickStyle)
      major = zip(ticks, numbers.texts).map { tick, number in
        Mark(value: tick.position, text: tick.label?.text ?? number, style: tick.label?.style ?? Style())
      }
    } else if !axis.categories.isEmpty {
      major = axis.categories.enumerated().map { Mark(value: Double($0), text: $1) }
    } else if placement.scale == .log {
      addDecades(low, high, room)
    } else if placement.scale == .symlog {
      addSignedDecades(low, high)
    } else {
      let count = axis.tickStyle["locator.nbins"]?.number.map { Int(clamping: $0) } ?? room
      let places = TickPlaces.linear(from: low, to: high, intervals: min(max(count, 1), max(count, 9)))
      let numbers = AxisMarks.texts(places, low, high, axis.tickStyle)
      major = zip(places, numbers.texts).map { Mark(value: $0, text: $1) }
      offset = numbers.offset
      if axis.showsMinorTicks { addBetween(places) }
    }
    if let ticks = axis.minorTicks {
      minor = ticks.map { Mark(value: $0.position, text: $0.label?.text ?? "", style: $0.label?.style ?? Style()) }
    }
    major.removeAll { !placement.shows($0.value) }
    minor.removeAll { !placement.shows($0.value) }
  }

  /// For a colour bar.
  init(values: [Double], low: Double, high: Double, style: Style = Style()) {
    let numbers = AxisMarks.texts(values, low, high, style)
    major = zip(values, numbers.texts).map { Mark(value: $0, text: $1) }
    offset = numbers.offset
  }

  private static func texts(
    _ places: [Double], _ low: Double, _ high: Double, _ style: Style
  ) -> (texts: [String], offset: String) {
    let labels = TickLabels(for: places, low: low, high: high)
    var parts: [String] = []
    if labels.exponent != 0 { parts.append("1e\(labels.exponent)") }
    if labels.offset != 0 {
      let sign = labels.offset < 0 ? "\u{2212}" : "+"
      parts.append(sign + FloatText.general(abs(labels.offset), digits: 10))
    }
    return (places.map { labels.text($0) }, parts.joined().replacing("-", with: "\u{2212}"))
  }

  /// Four marks between two that are 1, 5 or 10 apart in their first digits, three otherwise.
  private mutating func addBetween(_ places: [Double]) {
    guard places.count > 1, let first = places.first else { return }
    let step = places[1] - places[0]
    let digits = pow(10, log10(step) - log10(step).rounded(.down))
    let parts = [1.0, 2.5, 5, 10].contains { abs(digits - $0) < 1e-6 } ? 5 : 4
    let small = step / Double(parts)
    for index in -parts..<(places.count * parts) where index % parts != 0 {
      minor.append(Mark(value: first + Double(index) * small, text: ""))
    }
  }

  private mutating func addDecades(_ low: Double, _ high: Double, _ room: Int) {
    guard low > 0, high.isFinite else { return }
    let (first, last) = (log10(low).rounded(.down), log10(high).rounded(.up))
    let count = Int(clamping: last - first)
    guard count < 700 else { return }
    let stride = max(1, count / max(2, room) + (count > room * 2 ? 1 : 0))
    let span = log10(high / low)
    for index in 0...count {
      let exponent = Int(first) + index
      let value = pow(10, Double(exponent))
      if index % stride == 0 { major.append(Mark(value: value, text: AxisMarks.power(1, exponent))) }
      guard stride == 1 else { continue }
      for digit in 2...9 {
        // Short axes would have no number otherwise.
        let isNamed = span <= 0.4 || span <= 1 && [2, 3, 4, 6].contains(digit)
        minor.append(Mark(value: Double(digit) * value, text: isNamed ? AxisMarks.power(digit, exponent) : ""))
      }
    }
  }

  private mutating func addSignedDecades(_ low: Double, _ high: Double) {
    var values = [0.0]
    for exponent in 0..<300 {
      let value = pow(10, Double(exponent))
      if value > max(abs(low), abs(high)) { break }
      values += [value, -value]
    }
    major = values.sorted().map { value in
      let exponent = value == 0 ? 0 : Int(log10(abs(value)).rounded())
      return Mark(
        value: value, text: value == 0 ? "0" : (value < 0 ? "\u{2212}" : "") + AxisMarks.power(1, exponent))
    }
  }

  private static func power(_ factor: Int, _ exponent: Int) -> String {
    (factor == 1 ? "" : "\(factor)×") + "$\\mathrm{10}^{\(exponent)}$"
  }
}

extension Int {
  /// The nearest integer there is, towards zero; 0 for nan.
  init(clamping value: Double) {
    self = Int(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
  }
}
