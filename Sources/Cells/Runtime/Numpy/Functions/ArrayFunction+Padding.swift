import Arrays

extension ArrayFunction {
  static let padding: [ArrayFunction] = [
    ArrayFunction("pad", "array, pad_width, mode=, **kwargs") { a in
      if a[2].isUndefined, a.interpreter.vintage.numpy < 17 {
        throw Raised.typeError("pad() missing 1 required positional argument: 'mode'")
      }
      let array = try a.array(0)
      let widths = try padWidths(a[1], a.interpreter)
      return Value(try array.pad(widths, mode: padMode(a)))
    }
  ]

  private static func padWidths(_ value: Value, _ interpreter: Interpreter) throws -> NDArray {
    if value.asString == nil {
      let widths = try interpreter.asArray(value)
      if widths.dtype.isInteger { return widths }
    }
    throw Raised.typeError("`pad_width` must be of integral type.")
  }

  /// `constant_values=`: numbers, in pairs or not.
  private static func constants(_ value: Value, _ interpreter: Interpreter) throws -> NDArray {
    var rest = [value]
    while let next = rest.popLast() {
      if let elements = next.elements {
        rest.append(contentsOf: elements.reversed())
      } else if next.isObjectElement, !next.isNone {
        if interpreter.vintage.numpy < 17 {
          throw Raised.typeError("unsupported operand type(s) for +: 'float' and '\(interpreter.typeName(next))'")
        }
        throw Raised.typeError(
          "float() argument must be a string or \(interpreter.vintage.realNumber), not '\(interpreter.typeName(next))'")
      }
    }
    return try interpreter.asArray(value)
  }

  private static let modes = [
    "constant", "edge", "linear_ramp", "maximum", "mean", "median", "minimum", "reflect", "symmetric", "wrap", "empty",
  ]

  private static func padMode(_ a: borrowing Arguments) throws -> PadMode {
    let name = try a.text(2, default: "constant")
    guard modes.contains(name) else { throw Raised.valueError("mode '\(name)' is not supported") }
    let allowed =
      name == "constant" ? "constant_values" : name == "reflect" || name == "symmetric" ? "reflect_type" : ""
    let unknown = a.keywords.map(\.0).filter { $0 != allowed }
    if !unknown.isEmpty {
      let names = unknown.map { "'\($0)'" }.joined(separator: ", ")
      throw Raised.valueError("unsupported keyword arguments for mode '\(name)': {\(names)}")
    }
    let option = a.keywords.first?.1
    if allowed == "reflect_type", let option, option.asString?.value != "even" {
      throw Raised.unsupported("np.pad(reflect_type='odd') is not supported: use 'even'")
    }
    switch name {
    case "constant": return .constant(try option.map { try constants($0, a.interpreter) } ?? NDArray(scalar: Int64(0)))
    case "edge": return .edge
    case "reflect": return .reflect
    case "symmetric": return .symmetric
    case "wrap": return .wrap
    case "empty": return .empty
    default:
      throw Raised.unsupported(
        "np.pad with mode '\(name)' is not supported: use constant, edge, reflect, symmetric or wrap")
    }
  }
}
