extension StringMethods {
  static let caseMethods: [(String, Value)] = [
    method("lower", "") { a in
      let text = try receiver(a)
      return Value(
        text.isASCII ? try inPieces(text.value, a.interpreter) { $0.lowercased() } : lowered(text.value))
    },
    method("upper", "") { a in
      let text = try receiver(a)
      return Value(
        text.isASCII
          ? try inPieces(text.value, a.interpreter) { $0.uppercased() }
          : mapped(text.value) { $0.properties.uppercaseMapping })
    },
    method("casefold", "") { a in Value(mapped(try receiver(a).value) { $0.folded }) },
    method("capitalize", "") { a in
      let scalars = Array(try receiver(a).value.unicodeScalars)
      var result = scalars.first?.properties.titlecaseMapping ?? ""
      for index in scalars.indices.dropFirst() { result += lowered(scalars, index) }
      return Value(result)
    },
    method("swapcase", "") { a in
      let scalars = Array(try receiver(a).value.unicodeScalars)
      var result = ""
      for (index, scalar) in scalars.enumerated() {
        if scalar.properties.isUppercase {
          result += lowered(scalars, index)
        } else {
          result += scalar.properties.isLowercase ? scalar.properties.uppercaseMapping : String(scalar)
        }
      }
      return Value(result)
    },
    method("title", "") { a in
      let scalars = Array(try receiver(a).value.unicodeScalars)
      var result = ""
      var isInWord = false
      for (index, scalar) in scalars.enumerated() {
        result += isInWord ? lowered(scalars, index) : scalar.properties.titlecaseMapping
        isInWord = scalar.properties.isCased
      }
      return Value(result)
    },
  ]

  /// Maps a text of ASCII so that it can be stopped.
  private static func inPieces(
    _ text: String, _ interpreter: Interpreter, _ map: (Substring) -> String
  ) throws -> String {
    let length = 1 << 18
    var result = ""
    var rest = Substring(text).utf8
    while !rest.isEmpty {
      let piece = rest.prefix(length)
      if rest.count > length { try interpreter.spend(length >> 6) }
      result += map(Substring(piece))
      rest = rest.dropFirst(piece.count)
    }
    return result
  }

  private static func mapped(_ text: String, _ map: (Unicode.Scalar) -> String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += map($1) }
  }

  private static func lowered(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(into: "") { $0 += lowered(scalars, $1) }
  }

  /// One character in lower case: a capital sigma at a word's end has its own form.
  private static func lowered(_ scalars: [Unicode.Scalar], _ index: Int) -> String {
    guard scalars[index] == "\u{3A3}" else { return scalars[index].properties.lowercaseMapping }
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    let isFinal = before?.properties.isCased == true && after?.properties.isCased != true
    return isFinal ? "\u{3C2}" : "\u{3C3}"
  }
}

extension Unicode.Scalar {
  /// Python's `casefold` of one character.
  fileprivate var folded: String {
    switch value {
    case 0x130, 0x131: properties.lowercaseMapping
    case 0x1E9E: "ss"
    case 0x13A0...0x13F5: String(self)
    case 0x13F8...0x13FD, 0xAB70...0xABBF: properties.uppercaseMapping
    default: properties.uppercaseMapping.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    }
  }
}
