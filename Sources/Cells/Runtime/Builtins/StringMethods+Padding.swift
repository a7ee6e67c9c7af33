extension StringMethods {
  static let paddingMethods: [(String, Value)] = [
    method("center", "width, fillchar=, /") { a in
      // CPython puts the odd blank left when the width is odd.
      try padded(a) { missing, width in missing / 2 + (missing & width & 1) }
    },
    method("ljust", "width, fillchar=, /") { a in try padded(a) { _, _ in 0 } },
    method("rjust", "width, fillchar=, /") { a in try padded(a) { missing, _ in missing } },
    method("zfill", "width, /") { a in
      let text = try receiver(a)
      let missing = max(try a.int(1), 0) - text.count
      guard missing > 0 else { return a[0] }
      let zeros = String(repeating: "0", count: try checked(missing))
      let hasSign = text.value.utf8.first == UInt8(ascii: "-") || text.value.utf8.first == UInt8(ascii: "+")
      let sign = hasSign ? text.slice(start: 0, step: 1, count: 1) : ""
      return Value(sign + zeros + text.value.dropFirst(sign.count))
    },
    method("expandtabs", "tabsize=") { a in
      let text = try receiver(a).value
      let size = a[1].isUndefined ? 8 : try a.interpreter.index(a[1])
      if Int32(exactly: size) == nil { throw Raised.overflow("Python int too large to convert to C int") }
      var result = ""
      var column = 0
      var bytes = text.utf8.count
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\t":
          guard size > 0 else { continue }
          let count = size - column % size
          bytes += count
          try Interpreter.checkTextSize(bytes)
          try a.interpreter.spend(8 + count >> 4)
          result += String(filling: " ", count: count)
          column += count
        default:
          result.unicodeScalars.append(scalar)
          column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
        }
      }
      return Value(result)
    },
  ]

  /// - Parameter left: how many of the missing characters go to the left, for a width.
  private static func padded(_ a: borrowing Arguments, left: (Int, Int) -> Int) throws -> Value {
    let text = try receiver(a)
    let width = try a.interpreter.index(a[1])
    var fill: Unicode.Scalar = " "
    if !a[2].isUndefined {
      guard let given = a[2].asString else {
        throw Raised.typeError(
          "The fill character must be a unicode character, not \(a.interpreter.typeName(a[2]))")
      }
      guard given.count == 1 else {
        throw Raised.typeError("The fill character must be exactly one character long")
      }
      fill = given.value.unicodeScalars.first ?? fill
    }
    let missing = try checked(width - min(width, text.count))
    guard missing > 0 else { return a[0] }
    let before = left(missing, width)
    return Value(
      String(filling: fill, count: before) + text.value + String(filling: fill, count: missing - before))
  }

  private static func checked(_ count: Int) throws -> Int {
    try Interpreter.checkTextSize(count)
    return count
  }
}
