/// How the floats of one array are written, so that they line up: found by looking at all of them first.
struct FloatFormat {
  private let options: PrintOptions
  private let sign: PrintOptions.Sign
  /// Whether the array is of `float32`, whose numbers need fewer digits.
  private let isSingle: Bool
  private let isScientific: Bool
  /// Whether digits end where they tell a number from its neighbours.
  private let isUnique: Bool
  /// Digits after the point: at most so many, or exactly so many when `isPadded`. `nil` for as many as needed.
  private var fraction: Int?
  private var isPadded: Bool
  private var exponentDigits = 2
  /// Characters before and after the point, including spaces.
  private var widthLeft = 0
  private var widthRight = 0

  /// Digits that a number may be padded to.
  private static let longestFraction = 1 << 24

  /// - Parameter isScalar: whether the array has no axes.
  init(measuring values: [Double], isSingle: Bool, isScalar: Bool, options: PrintOptions) throws(ArrayError) {
    let isLegacy = options.style == .numpy113
    let survey = Survey(values, isSingle: isSingle)
    self.options = options
    self.isSingle = isSingle
    sign = isLegacy && !isScalar && options.sign == .minusOnly ? .space : options.sign
    isScientific = survey.needsExponent(suppress: options.suppress)
    isUnique = !(options.floatMode == .fixed || (isLegacy && isScientific))
    fraction = options.floatMode == .unique ? nil : options.precision
    if let fraction {
      if fraction < 0 { throw .plain(.value, "precision must be >= 0") }
      if fraction > Int32.max { throw .plain(.overflow, "Python int too large to convert to C int") }
      if !isUnique, fraction > FloatFormat.longestFraction { throw .plain(.memory, "") }
    }
    // Exponents stand in a column, so the digits before them fill it.
    isPadded = !isUnique
    if survey.hasFinite {
      try measure(values, isLegacy: isLegacy)
      isPadded = isPadded || isScientific || options.floatMode == .maxprecEqual
      if isPadded { fraction = isScientific ? widthRight - exponentDigits - 2 : widthRight }
    }
    if !isLegacy && sign == .space && !survey.hasMinus { widthLeft += 1 }
    if survey.hasNonFinite {
      let infWidth = options.infText.unicodeScalars.count + (sign != .minusOnly || survey.hasMinusInfinity ? 1 : 0)
      widthLeft = max(widthLeft, max(options.nanText.unicodeScalars.count, infWidth) - widthRight - 1)
    }
  }

  /// Finds the widths by writing every number once.
  private mutating func measure(_ values: [Double], isLegacy: Bool) throws(ArrayError) {
    var checkpoint = Checkpoint()
    var (whole, places) = (0, 0)
    for value in values where value.isFinite {
      try checkpoint.pass(operations: 64)
      let number = digits(of: value)
      let signWidth = !isLegacy && (value.sign == .minus || sign == .plus) ? 1 : 0
      if isScientific {
        whole = max(whole, 1 + signWidth)
        places = max(places, isUnique ? number.digitCount - 1 : fraction ?? 0)
        exponentDigits = max(exponentDigits, UInt64(number.scientificExponent.magnitude).decimalDigitCount)
      } else {
        whole = max(whole, number.wholeLength + signWidth)
        places = max(places, isUnique ? number.fractionLength : fraction ?? 0)
      }
    }
    widthLeft = isLegacy ? (isScientific ? 3 : whole + 1) : whole
    widthRight = isScientific ? places + exponentDigits + 2 : places
  }

  private func cut(_ length: Int) -> DecimalCut { isScientific ? .afterFirst(length) : .fraction(length) }

  /// The shortest digits; without an exponent those before the point are exact, which matters for `float32` only.
  private func shortest(_ value: Double) -> DecimalNumber {
    let number = isSingle ? DecimalNumber(shortest: Float(value)) : DecimalNumber(shortest: value)
    if isScientific || number.exponent <= 0 { return number }
    // Larger numbers than 1e8 are written with an exponent.
    return DecimalNumber(isNegative: number.isNegative, significand: UInt64(value.magnitude), exponent: 0)
  }

  /// The shortest digits, rounded where they are more than allowed.
  private func digits(of value: Double) -> DecimalNumber {
    let number = shortest(value)
    return fraction.map { number.rounded(to: cut($0), of: value) } ?? number
  }

  /// What C writes, without the sign, where digits that the shortest ones lack are asked for; `nil` where these are
  /// zeros.
  private func exactDigits(of value: Double, shortest number: DecimalNumber) -> [UInt8]? {
    guard isPadded, let fraction else { return nil }
    let excess = number.excess(over: cut(fraction))
    if excess > 0 || value == 0 || (excess == 0 && isUnique) { return nil }
    let isNormal = value.magnitude >= (isSingle ? Double(Float.leastNormalMagnitude) : Double.leastNormalMagnitude)
    if isNormal && number.digitCount - excess <= (isSingle ? 6 : 15) { return nil }
    let text = FloatText.exact(value.magnitude, to: cut(fraction))
    // Below a power of two numbers lie closer together, so that the nearest digits may be those of a neighbour.
    let readsBack = isSingle ? Float(text) == Float(value.magnitude) : Double(text) == value.magnitude
    return isUnique && !readsBack ? nil : Array(text.utf8)
  }

  /// Writes an element with the spaces that line it up.
  func append(_ value: Double, to text: inout [UInt8]) {
    if !value.isFinite { return appendNonFinite(value, to: &text) }
    let number = shortest(value)
    let hasSign = value.sign == .minus || sign == .plus
    let written = exactDigits(of: value, shortest: number)
    let limited = written == nil ? fraction.map { number.rounded(to: cut($0), of: value) } ?? number : number
    let wholeWidth = isScientific ? 1 : written?.firstIndex(of: UInt8(ascii: ".")) ?? limited.wholeLength
    text.append(repeating: " ", count: widthLeft - wholeWidth - (hasSign ? 1 : 0))
    if hasSign { text.append(UInt8(ascii: value.sign == .minus ? "-" : "+")) }

    if let written {
      appendExact(written, to: &text)
    } else if isScientific {
      limited.appendScientific(
        minimumFraction: fraction ?? 0, keepsPoint: true, exponentDigits: exponentDigits, to: &text)
    } else {
      let places = isPadded ? fraction ?? 0 : 0
      limited.appendPositional(minimumFraction: places, to: &text)
      text.append(repeating: " ", count: widthRight - max(places, limited.fractionLength))
    }
  }

  /// Writes what C wrote, with the exponent as wide as the others.
  private func appendExact(_ written: [UInt8], to text: inout [UInt8]) {
    guard let mark = written.firstIndex(of: UInt8(ascii: "e")) else {
      text.append(contentsOf: written)
      return
    }
    text.append(contentsOf: written[...(mark + 1)])
    text.append(repeating: "0", count: exponentDigits - (written.count - mark - 2))
    text.append(contentsOf: written[(mark + 2)...])
  }

  private func appendNonFinite(_ value: Double, to text: inout [UInt8]) {
    let mark = !value.isNaN && value < 0 ? "-" : sign == .plus ? "+" : ""
    let word = mark + (value.isNaN ? options.nanText : options.infText)
    text.append(repeating: " ", count: widthLeft + widthRight + 1 - word.unicodeScalars.count)
    text.append(contentsOf: word.utf8)
  }
}

/// What matters of an array's floats for their common format.
private struct Survey {
  var hasFinite = false
  var hasNonFinite = false
  var hasMinusInfinity = false
  var hasMinus = false
  private var largest = 0.0
  private var smallest = Double.infinity
  private let isSingle: Bool

  init(_ values: [Double], isSingle: Bool) {
    self.isSingle = isSingle
    for value in values {
      if !value.isFinite {
        hasNonFinite = true
        if value == -.infinity { hasMinusInfinity = true }
        continue
      }
      hasFinite = true
      if value.sign == .minus { hasMinus = true }
      if value == 0 { continue }
      largest = max(largest, value.magnitude)
      smallest = min(smallest, value.magnitude)
    }
  }

  func needsExponent(suppress: Bool) -> Bool {
    if largest == 0 { return false }
    if largest >= 1e8 { return true }
    if suppress { return false }
    let ratio = isSingle ? Double(Float(largest) / Float(smallest)) : largest / smallest
    return smallest < 0.0001 || ratio > 1000
  }
}
