extension Unicode.Scalar {
  /// Whether Python prints it as it is in a `repr`.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: value == 0x20
    default: isKnown
    }
  }

  /// Whether Python 3.11 knows the character: Unicode 14.
  var isKnown: Bool { value < 0x80 || (properties.age.map { $0.major <= 14 } ?? false) }

  /// Whether Python's `str.split()` splits at it.
  var isPythonSpace: Bool { (0x1C...0x1F).contains(value) || properties.isWhitespace }
}
