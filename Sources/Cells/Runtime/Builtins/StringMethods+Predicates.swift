extension StringMethods {
  static let predicates: [(String, Value)] = [
    method("isascii", "") { a in .bool(try receiver(a).isASCII) },
    method("isalnum", "") { a in try all(a) { $0.isLetter || $0.properties.numericType != nil } },
    method("isalpha", "") { a in try all(a) { $0.isLetter } },
    method("isdecimal", "") { a in try all(a) { $0.properties.numericType == .decimal } },
    method("isdigit", "") { a in
      try all(a) { $0.properties.numericType == .decimal || $0.properties.numericType == .digit }
    },
    method("isnumeric", "") { a in try all(a) { $0.properties.numericType != nil } },
    method("isspace", "") { a in try all(a) { $0.isPythonSpace } },
    method("isprintable", "") { a in .bool(try receiver(a).value.unicodeScalars.allSatisfy { $0.isPrintable }) },
    method("isidentifier", "") { a in
      let scalars = try receiver(a).value.unicodeScalars
      guard let first = scalars.first, first == "_" || first.properties.isXIDStart else { return .bool(false) }
      return .bool(scalars.dropFirst().allSatisfy { $0.properties.isXIDContinue })
    },
    method("islower", "") { a in
      let scalars = try receiver(a).value.unicodeScalars
      let isMixed = scalars.contains { $0.properties.isUppercase || $0.isTitlecase }
      return .bool(!isMixed && scalars.contains { $0.properties.isLowercase })
    },
    method("isupper", "") { a in
      let scalars = try receiver(a).value.unicodeScalars
      let isMixed = scalars.contains { $0.properties.isLowercase || $0.isTitlecase }
      return .bool(!isMixed && scalars.contains { $0.properties.isUppercase })
    },
    method("istitle", "") { a in
      var isInWord = false
      var hasLetter = false
      for scalar in try receiver(a).value.unicodeScalars {
        if scalar.properties.isUppercase || scalar.isTitlecase {
          if isInWord { return .bool(false) }
          (isInWord, hasLetter) = (true, true)
        } else if scalar.properties.isLowercase {
          if !isInWord { return .bool(false) }
          (isInWord, hasLetter) = (true, true)
        } else {
          isInWord = false
        }
      }
      return .bool(hasLetter)
    },
  ]

  private static func all(_ a: borrowing Arguments, _ isSuch: (Unicode.Scalar) -> Bool) throws -> Value {
    let text = try receiver(a).value
    return .bool(!text.isEmpty && text.unicodeScalars.allSatisfy(isSuch))
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: isKnown
    default: false
    }
  }

  fileprivate var isTitlecase: Bool { properties.generalCategory == .titlecaseLetter }
}
