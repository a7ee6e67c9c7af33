extension NDArray {
  /// `str(a)`.
  public func text(_ options: PrintOptions) throws(ArrayError) -> String {
    if rank > 0 { return try formatted(options) }
    return options.style == .numpy113 ? scalar().pythonText : scalar().text(options.style)
  }

  /// `repr(a)`: `array([1., 2.], dtype=float32)`.
  /// - Parameter className: what stands before the bracket.
  public func representation(_ options: PrintOptions, className: String = "array") throws(ArrayError) -> String {
    let isLegacy = options.style == .numpy113
    let isTypeImplied = count > 0 && (dtype == .int64 || dtype == .float64 || (dtype == .bool && !isLegacy))
    let (prefix, suffix) = (className + "(", isTypeImplied ? ")" : ",")
    var result = prefix
    if count > 0 || shape == [0] {
      result += try formatted(options, separator: ", ", prefix: prefix, suffix: suffix)
    } else {
      result += "[], shape=\(shape)"
    }
    result += suffix
    if isTypeImplied { return result }

    let type = "dtype=\(dtype.name))"
    let lastLine = result.unicodeScalars.reversed().prefix { $0 != "\n" }.count
    let fits = isLegacy || lastLine + type.count + 1 <= options.lineWidth
    return result + (fits ? " " : "\n" + String(repeating: " ", count: prefix.count)) + type
  }

  /// `np.array2string(a)`.
  /// - Parameters:
  ///   - prefix: what will stand before the text: lines are indented by its length.
  ///   - suffix: what will stand after it: lines are that much shorter.
  public func formatted(
    _ options: PrintOptions, separator: String = " ", prefix: String = "", suffix: String = ""
  ) throws(ArrayError) -> String {
    let isLegacy = options.style == .numpy113
    if rank == 0 && isLegacy { return scalar().pythonText }
    if count == 0 { return "[]" }
    var writer = try ArrayWriter(self, options: options, separator: separator)
    return try writer.write(
      indent: prefix.unicodeScalars.count,
      lineWidth: options.withinBounds.lineWidth - (isLegacy ? 0 : suffix.unicodeScalars.count))
  }
}
