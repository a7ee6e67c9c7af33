/// A finite number in decimal: `significand` × 10^`exponent`, with its sign (zero has one too).
struct DecimalNumber: Equatable {
  let isNegative: Bool
  /// At most 19 digits; the last one is not zero unless the number is.
  private(set) var significand: UInt64
  private(set) var exponent: Int
  /// Digits of the significand, 1 for zero.
  private(set) var digitCount: Int

  init(isNegative: Bool, significand: UInt64, exponent: Int) {
    self.isNegative = isNegative
    self.significand = significand
    self.exponent = significand == 0 ? 0 : exponent
    while self.significand % 10 == 0 && self.significand != 0 {
      self.significand /= 10
      self.exponent += 1
    }
    digitCount = self.significand.decimalDigitCount
  }

  /// The shortest digits that read back as the same number; of those the nearest.
  init(shortest value: Double) { self.init(text: value.description) }
  init(shortest value: Float) { self.init(text: value.description) }

  /// What a text such as `-12.5e-7` says.
  /// - Precondition: a number as Swift and C write it, with at most 19 digits.
  init(text: String) {
    var text = text
    var isNegative = false
    var significand: UInt64 = 0
    var exponent = 0
    text.withUTF8 { bytes in
      var index = 0
      var fractionStart: Int?
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "-") {
          isNegative = true
        } else if byte == UInt8(ascii: ".") {
          fractionStart = index + 1
        } else if byte == UInt8(ascii: "e") {
          break
        } else {
          significand = significand &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        }
        index += 1
      }
      if let fractionStart { exponent = fractionStart - index }
      if index == bytes.count { return }
      let isSmall = bytes[index + 1] == UInt8(ascii: "-")
      var written = 0
      for byte in bytes[(index + 1)...] where byte >= UInt8(ascii: "0") {
        written = written * 10 + Int(byte - UInt8(ascii: "0"))
      }
      exponent += isSmall ? -written : written
    }
    self.init(isNegative: isNegative, significand: significand, exponent: exponent)
  }

  /// The power of ten of the first digit.
  var scientificExponent: Int { digitCount + exponent - 1 }

  /// Digits after the point when no exponent is written.
  var fractionLength: Int { max(0, -exponent) }

  /// Digits before the point when no exponent is written.
  var wholeLength: Int { max(1, digitCount + exponent) }
}

/// Where digits end.
enum DecimalCut {
  /// So many digits after the point.
  case fraction(Int)
  /// So many digits after the first one that counts.
  case afterFirst(Int)
}

extension DecimalNumber {
  /// How many digits stand beyond a cut; negative where there are fewer than it allows.
  func excess(over cut: DecimalCut) -> Int {
    switch cut {
    case .fraction(let length): -exponent - length
    case .afterFirst(let length): digitCount - 1 - length
    }
  }

  /// `value`, of which these are the shortest digits, rounded correctly where there are digits beyond the cut.
  ///
  /// Rounding the shortest digits rounds the binary value, for the middle between two results would otherwise have been
  /// a nearer text of the same length. Only when the shortest digits are that middle does the exact value decide.
  func rounded(to cut: DecimalCut, of value: Double) -> DecimalNumber {
    let excess = excess(over: cut)
    if excess <= 0 { return self }
    if excess > digitCount { return DecimalNumber(isNegative: isNegative, significand: 0, exponent: 0) }
    let unit = powersOfTen[excess]
    let (quotient, rest) = significand.quotientAndRemainder(dividingBy: unit)
    if rest == unit - rest {
      return DecimalNumber(text: FloatText.exact(value, to: cut))
    }
    return DecimalNumber(
      isNegative: isNegative, significand: quotient + (rest > unit - rest ? 1 : 0), exponent: exponent + excess)
  }
}

private let powersOfTen: [UInt64] = (0..<20).map { power in (0..<power).reduce(1) { value, _ in value * 10 } }

extension UInt64 {
  /// 1 for zero.
  var decimalDigitCount: Int {
    let below = ((64 - (self | 1).leadingZeroBitCount) * 1233) >> 12
    return below + (self >= powersOfTen[below] ? 1 : 0) + (self == 0 ? 1 : 0)
  }
}

extension DecimalNumber {
  /// Writes without an exponent and without the sign: `12.5`, `12.` where there is no fraction and none is asked for.
  func appendPositional(minimumFraction: Int, to text: inout [UInt8]) {
    if exponent >= 0 {
      text.append(significand, width: 1)
      text.append(repeating: "0", count: exponent)
      text.append(UInt8(ascii: "."))
    } else if -exponent < powersOfTen.count {
      let (whole, fraction) = significand.quotientAndRemainder(dividingBy: powersOfTen[-exponent])
      text.append(whole, width: 1)
      text.append(UInt8(ascii: "."))
      text.append(fraction, width: -exponent)
    } else {
      text.append(contentsOf: [UInt8(ascii: "0"), UInt8(ascii: ".")])
      text.append(significand, width: -exponent)
    }
    text.append(repeating: "0", count: minimumFraction - fractionLength)
  }

  /// Writes as `1.25e+01`, without the sign.
  /// - Parameter keepsPoint: whether the point stays when no digit follows it.
  func appendScientific(minimumFraction: Int, keepsPoint: Bool, exponentDigits: Int, to text: inout [UInt8]) {
    let (first, fraction) = significand.quotientAndRemainder(dividingBy: powersOfTen[digitCount - 1])
    text.append(first, width: 1)
    if keepsPoint || digitCount > 1 { text.append(UInt8(ascii: ".")) }
    if digitCount > 1 { text.append(fraction, width: digitCount - 1) }
    text.append(repeating: "0", count: minimumFraction - (digitCount - 1))
    text.append(UInt8(ascii: "e"))
    text.append(UInt8(ascii: scientificExponent < 0 ? "-" : "+"))
    text.append(UInt64(scientificExponent.magnitude), width: exponentDigits)
  }
}

extension [UInt8] {
  /// Writes a number with zeros in front up to a width.
  mutating func append(_ number: UInt64, width: Int) {
    append(repeating: "0", count: Swift.max(width, number.decimalDigitCount))
    var rest = number
    var position = count - 1
    while rest > 0 {
      self[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      position -= 1
    }
  }

  /// Does nothing for a count below 1.
  mutating func append(repeating character: Unicode.Scalar, count: Int) {
    if count > 0 { append(contentsOf: repeatElement(UInt8(ascii: character), count: count)) }
  }
}
