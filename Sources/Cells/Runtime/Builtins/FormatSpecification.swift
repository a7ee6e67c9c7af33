/// Python's format specification: `[[fill]align][sign][z][#][0][width][,_][.precision][type]`.
struct FormatSpecification {
  enum Separator: Equatable { case none, comma, underscore }

  var fill: Unicode.Scalar = " "
  var align: Unicode.Scalar
  var sign: Unicode.Scalar?
  var dropsNegativeZero = false
  var alternate = false
  var width = -1
  var separator = Separator.none
  /// -1 where there is none.
  var precision = -1
  /// `nil` where there is none.
  var type: Unicode.Scalar?

  /// - Parameter typeName: of the value, for messages.
  /// - Throws: `ValueError`.
  init(_ text: String, align defaultAlign: Unicode.Scalar, type defaultType: Unicode.Scalar?, typeName: String) throws {
    let scalars = Array(text.unicodeScalars)
    var position = 0
    align = defaultAlign
    type = defaultType
    var hasFill = false
    var hasAlign = false
    func next(_ offset: Int = 0) -> Unicode.Scalar? {
      position + offset < scalars.count ? scalars[position + offset] : nil
    }
    func accept(_ scalar: Unicode.Scalar) -> Bool {
      guard next() == scalar else { return false }
      position += 1
      return true
    }
    if let second = next(1), FormatSpecification.isAlignment(second) {
      (fill, align, hasFill, hasAlign) = (scalars[position], second, true, true)
      position += 2
    } else if let first = next(), FormatSpecification.isAlignment(first) {
      (align, hasAlign) = (first, true)
      position += 1
    }
    if let first = next(), first == "+" || first == "-" || first == " " {
      sign = first
      position += 1
    }
    dropsNegativeZero = accept("z")
    alternate = accept("#")
    if !hasFill, accept("0") {
      fill = "0"
      if !hasAlign, defaultAlign == ">" { align = "=" }
    }
    width = try FormatSpecification.integer(scalars, &position) ?? -1
    if accept(",") { separator = .comma }
    if accept("_") {
      if separator != .none { throw Raised.valueError("Cannot specify both ',' and '_'.") }
      separator = .underscore
    }
    if separator == .underscore, next() == "," { throw Raised.valueError("Cannot specify both ',' and '_'.") }
    if accept(".") {
      guard let digits = try FormatSpecification.integer(scalars, &position) else {
        throw Raised.valueError("Format specifier missing precision")
      }
      precision = digits
    }
    if scalars.count - position > 1 {
      throw Raised.valueError("Invalid format specifier '\(text)' for object of type '\(typeName)'")
    }
    if let last = next() { type = last }
    try checkSeparator()
  }

  private func checkSeparator() throws {
    guard separator != .none, let type else { return }
    switch type {
    case "d", "e", "f", "g", "E", "G", "%", "F": return
    case "b", "o", "x", "X": if separator == .underscore { return }
    default: break
    }
    let mark = separator == .comma ? "," : "_"
    throw Raised.valueError("Cannot specify '\(mark)' with '\(FormatSpecification.shown(type))'.")
  }

  /// A type as messages show it.
  static func shown(_ type: Unicode.Scalar) -> String {
    type.value > 32 && type.value < 128 ? String(type) : "\\x" + String(type.value, radix: 16)
  }

  func unknownType(_ typeName: String) -> Raised {
    .valueError(
      "Unknown format code '\(type.map(FormatSpecification.shown) ?? "")' for object of type '\(typeName)'")
  }

  private static func isAlignment(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "<" || scalar == ">" || scalar == "=" || scalar == "^"
  }

  private static func integer(_ scalars: [Unicode.Scalar], _ position: inout Int) throws -> Int? {
    var result: Int?
    while position < scalars.count, let digit = scalars[position].decimalDigit {
      let (product, overflow) = (result ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = product.addingReportingOverflow(digit)
      if overflow || overflow2 { throw Raised.valueError("Too many decimal digits in format string") }
      result = sum
      position += 1
    }
    return result
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit, of any script.
  var decimalDigit: Int? {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 ? Int(value) - 0x30 : nil }
    guard properties.numericType == .decimal, let value = properties.numericValue else { return nil }
    return Int(value)
  }
}
