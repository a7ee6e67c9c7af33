extension FormatSpecification {
  /// Text, cut to the precision and padded to the width.
  func pad(text: String) throws -> String {
    var scalars = text.unicodeScalars[...]
    if precision >= 0 { scalars = scalars.prefix(precision) }
    let missing = try checked(width) - scalars.count
    guard missing > 0 else { return String(scalars) }
    let left = align == ">" ? missing : align == "^" ? missing / 2 : 0
    return filling(left) + String(scalars) + filling(missing - left)
  }

  /// A number: sign, prefix (`0x`), digits that may be grouped, and the rest from the decimal point on.
  func pad(isNegative: Bool, prefix: String, digits: String, remainder: String, groupSize: Int) throws -> String {
    let sign = isNegative ? "-" : self.sign == "+" ? "+" : self.sign == " " ? " " : ""
    let width = try checked(self.width)
    let others = sign.utf8.count + prefix.utf8.count + remainder.unicodeScalars.count
    let minimum = fill == "0" && align == "=" ? width - others : 0
    let grouped = digits.isEmpty ? "" : group(digits, size: groupSize, minimum: minimum)
    let missing = max(width - others - grouped.utf8.count, 0)
    switch align {
    case "<": return sign + prefix + grouped + remainder + filling(missing)
    case "^": return filling(missing / 2) + sign + prefix + grouped + remainder + filling(missing - missing / 2)
    case "=": return sign + prefix + filling(missing) + grouped + remainder
    default: return filling(missing) + sign + prefix + grouped + remainder
    }
  }

  /// Digits with separators, filled with zeros (and their separators) to `minimum` places.
  private func group(_ digits: String, size: Int, minimum: Int) -> String {
    guard separator != .none else {
      return String(filling: "0", count: max(minimum - digits.utf8.count, 0)) + digits
    }
    let mark = UInt8(ascii: separator == .comma ? "," : "_")
    var remaining = digits.utf8[...]
    var minimum = minimum
    var reversed: [UInt8] = []
    while true {
      let length = min(size, max(remaining.count, minimum, 1))
      let taken = remaining.suffix(length)
      reversed += taken.reversed()
      reversed += Array(repeating: UInt8(ascii: "0"), count: length - taken.count)
      remaining = remaining.dropLast(taken.count)
      minimum -= length
      if remaining.isEmpty, minimum <= 0 { break }
      reversed.append(mark)
      minimum -= 1
    }
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }

  private func filling(_ count: Int) -> String { String(filling: fill, count: count) }

  private func checked(_ width: Int) throws -> Int {
    try Interpreter.checkFieldSize(width)
    return width
  }
}
