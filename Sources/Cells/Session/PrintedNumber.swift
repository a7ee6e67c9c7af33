import BigInt

/// A number as printed: exact, with the place of the last digit shown.
struct PrintedNumber {
  /// The digits as an integer.
  let digits: BigInt
  /// The power of ten of the last digit.
  let exponent: Int
  /// Whether digits stand after the point. Without them nothing says how precise the number is: `4`, `0.`.
  let hasFraction: Bool

  /// Reads the text of a number token. `nil` if its exponent is beyond any float.
  init?(_ text: String) {
    var digitText = ""
    var fractionCount = 0
    var seenPoint = false
    var rest = Substring(text)
    while let character = rest.first, character != "e", character != "E" {
      rest.removeFirst()
      if character == "." {
        seenPoint = true
      } else {
        digitText.append(character)
        if seenPoint { fractionCount += 1 }
      }
    }
    let written = rest.isEmpty ? 0 : Int(rest.dropFirst())
    guard let written, abs(written) < 10_000, let digits = BigInt(digitText) else { return nil }
    self.digits = digits
    exponent = written - fractionCount
    hasFraction = fractionCount > 0
  }

  /// Whether both numbers show the same value: the one with more digits, rounded to the last place of the other, is
  /// the other. A half may go either way. A number without digits after its point has to be equal.
  func agrees(with other: PrintedNumber) -> Bool {
    let lowest = min(exponent, other.exponent)
    func scaled(_ number: PrintedNumber) -> BigInt {
      number.digits * BigInt(10).power(number.exponent - lowest)
    }
    let difference = (scaled(self) - scaled(other)).magnitude
    if difference == 0 { return true }
    let coarser = exponent >= other.exponent ? self : other
    guard coarser.hasFraction else { return false }
    return 2 * difference <= BigUInt(10).power(coarser.exponent - lowest)
  }
}
