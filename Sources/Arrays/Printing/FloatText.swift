/// Floating-point numbers as text, as Python and C write them, and back.
public enum FloatText {
  /// `repr(x)` and `str(x)` of a Python float: the shortest digits that read back as the same number.
  public static func repr(_ value: Double) -> String {
    if !value.isFinite { return nonFinite(value) }
    let size = value.magnitude
    return shortest(DecimalNumber(shortest: value), usesExponent: size != 0 && !(size < 1e16 && size >= 1e-4))
  }

  /// `str(x)` of a `np.float32`: as few digits as 32 bits need.
  public static func repr(_ value: Float) -> String {
    if !value.isFinite { return nonFinite(Double(value)) }
    let size = Double(value.magnitude)
    return shortest(DecimalNumber(shortest: value), usesExponent: size != 0 && !(size < 1e16 && size >= 1e-4))
  }

  /// `"%.3f"`: so many digits after the point, correctly rounded. `inf` and `nan` as Python writes them.
  public static func fixed(_ value: Double, digits: Int, alternate: Bool = false) -> String {
    value.isFinite ? printed(alternate ? "%#.*f" : "%.*f", digits, value) : nonFinite(value)
  }

  /// `"%.3e"`: one digit, the point, so many digits, an exponent of two digits or more.
  public static func exponent(_ value: Double, digits: Int, upper: Bool = false, alternate: Bool = false) -> String {
    if !value.isFinite { return nonFinite(value, upper: upper) }
    return printed(upper ? (alternate ? "%#.*E" : "%.*E") : (alternate ? "%#.*e" : "%.*e"), digits, value)
  }

  /// `"%.3g"`: so many digits that count, with an exponent where that is shorter.
  /// - Parameter alternate: `"%#.3g"`, which keeps trailing zeros.
  public static func general(_ value: Double, digits: Int, alternate: Bool = false, upper: Bool = false) -> String {
    if !value.isFinite { return nonFinite(value, upper: upper) }
    return printed(upper ? (alternate ? "%#.*G" : "%.*G") : (alternate ? "%#.*g" : "%.*g"), digits, value)
  }
}

extension FloatText {
  /// The digits that the exact binary value has up to a cut, with the point even where none follow.
  /// - Precondition: a finite value.
  static func exact(_ value: Double, to cut: DecimalCut) -> String {
    switch cut {
    case .fraction(let length): printed("%#.*f", length, value)
    case .afterFirst(let length): printed("%#.*e", length, value)
    }
  }

  private static func shortest(_ number: DecimalNumber, usesExponent: Bool) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(24)
    if number.isNegative { text.append(UInt8(ascii: "-")) }
    if usesExponent {
      number.appendScientific(minimumFraction: 0, keepsPoint: false, exponentDigits: 2, to: &text)
    } else {
      number.appendPositional(minimumFraction: 1, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func nonFinite(_ value: Double, upper: Bool = false) -> String {
    if value.isNaN { return upper ? "NAN" : "nan" }
    return (value < 0 ? "-" : "") + (upper ? "INF" : "inf")
  }

  /// C's `printf` for one number; `format` takes a precision and a double.
  private static func printed(_ format: String, _ digits: Int, _ value: Double) -> String {
    let arguments: [any CVarArg] = [Int32(clamping: max(digits, 0)), value]
    func write(capacity: Int) -> (text: String, length: Int) {
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        let length = Int(withVaList(arguments) { vsnprintf(buffer.baseAddress, capacity, format, $0) })
        if length < 0 || length >= capacity { return ("", length) }
        let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<length])
        return (String(decoding: bytes, as: UTF8.self), length)
      }
    }
    let first = write(capacity: 64)
    return first.length < 64 ? first.text : write(capacity: first.length + 1).text
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
