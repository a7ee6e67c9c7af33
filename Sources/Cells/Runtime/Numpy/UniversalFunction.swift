import Arrays

/// NumPy's elementwise functions as cells see them: `np.add` can be called, and has methods such as `reduce`.
package final class UniversalFunction: NativeFunction, @unchecked Sendable {
  enum Kind: Sendable {
    case unary(UnaryFunction)
    case binary(BinaryFunction)
    /// `np.matmul` and others that are no single elementwise operation: they have none of the methods.
    case other(operands: Int, results: Int)
  }

  let kernel: Kind

  init(_ function: UnaryFunction, name: String? = nil) {
    kernel = .unary(function)
    super.init(
      name ?? function.name, "x, /, out=, *, where=, casting=, order=, dtype=, subok=", wording: .numpy,
      { a in try UniversalFunction.apply(function, a) })
  }

  init(_ function: BinaryFunction) {
    kernel = .binary(function)
    super.init(
      function.name, "x1, x2, /, out=, *, where=, casting=, order=, dtype=, subok=", wording: .numpy,
      quick: { interpreter, base, count, result in
        count == 2 && interpreter.smallBinary(function, result, base, base + 1)
      },
      { a in try UniversalFunction.apply(function, a) })
  }

  init(_ function: ArrayFunction, operands: Int, results: Int) {
    kernel = .other(operands: operands, results: results)
    super.init(function.name, function.signature, wording: .numpy, function.body)
  }

  package override var type: TypeObject { UniversalFunction.cls }

  private static let cls: TypeObject = TypeObject("ufunc", module: "numpy", attributes: methods)

  private static func apply(_ function: UnaryFunction, _ a: borrowing Arguments) throws -> Value {
    if a.count == 1, let scalar = a[0].scalar {
      return Value(try Scalar.apply(function, to: scalar, warn: a.warn))
    }
    if let value = try onObjects(function, a) { return value }
    let output = try a.output(1)
    let operand = try a.operand(0, dtype: 5)
    let isWanted = try a.isWanted(2)
    if isWanted == nil {
      let result = try NDArray.apply(function, to: operand, out: output?.array, warn: a.warn)
      return output.map { .object($0) } ?? Value(unwrapping: result)
    }
    return try a.selected(isWanted, NDArray.apply(function, to: operand, warn: a.warn), output)
  }

  private static func apply(_ function: BinaryFunction, _ a: borrowing Arguments) throws -> Value {
    if a.count == 2, let left = a[0].scalar, let right = a[1].scalar {
      // Integers wrap round silently here, unlike in Python's operators on scalars.
      let isInteger = !left.dtype.isFloating && !right.dtype.isFloating
      let sink = a.warn.map { warn in
        { (text: String) in
          if !isInteger || !text.hasPrefix("overflow") { warn(text.droppingScalar) }
        }
      }
      return Value(try Scalar.apply(function, left, right, warn: sink))
    }
    if let value = try onObjects(function, a) { return value }
    let output = try a.output(2)
    let (left, right) = (try a.operand(0, dtype: 6), try a.operand(1, dtype: 6))
    let isWanted = try a.isWanted(3)
    if isWanted == nil {
      let result = try NDArray.apply(function, left, right, out: output?.array, warn: a.warn)
      return output.map { .object($0) } ?? Value(unwrapping: result)
    }
    return try a.selected(isWanted, NDArray.apply(function, left, right), output)
  }

  /// All of them, under all their names.
  static func install(in namespace: Namespace) {
    for function in UnaryFunction.allCases { namespace[function.name] = .object(UniversalFunction(function)) }
    for function in BinaryFunction.allCases { namespace[function.name] = .object(UniversalFunction(function)) }
    for (name, function) in [("radians", UnaryFunction.deg2rad), ("degrees", .rad2deg)] {
      namespace[name] = .object(UniversalFunction(function, name: name))
    }
    for (alias, name) in aliases { namespace[alias] = namespace[name] }
  }

  private static let aliases = [
    ("abs", "absolute"), ("true_divide", "divide"), ("mod", "remainder"), ("bitwise_not", "invert"),
  ]
}

extension Arguments {
  /// An operand of a ufunc, converted where `dtype=` asks for it.
  fileprivate func operand(_ index: Int, dtype place: Int) throws -> NDArray {
    let array = try array(index)
    guard let dtype = try dtype(place) else { return array }
    return try array.copyKeepingOrder(as: dtype)
  }

  /// `where=`; `nil` where all elements are wanted.
  fileprivate func isWanted(_ index: Int) throws -> NDArray? {
    if case .bool(true) = self[index] { return nil }
    return has(index) ? try array(index) : nil
  }

  /// The results where they are wanted; elsewhere what `out` holds.
  fileprivate func selected(_ isWanted: NDArray?, _ result: NDArray, _ output: ArrayObject?) throws -> Value {
    guard let isWanted, let output else {
      throw Raised.unsupported(
        "\(function.name)(where=...) without out= is not supported: NumPy leaves the other elements undefined")
    }
    guard result.dtype.castsWithinKind(to: output.array.dtype) else {
      throw Raised(
        Exceptions.ufuncCastingError,
        "Cannot cast ufunc '\(function.name)' output from dtype('\(result.dtype.name)') to "
          + "dtype('\(output.array.dtype.name)') with casting rule 'same_kind'")
    }
    try output.array.assign(NDArray.choose(where: isWanted, result, output.array, dtype: output.array.dtype))
    return .object(output)
  }
}

extension String {
  /// "overflow encountered in scalar add" as arrays say it.
  fileprivate var droppingScalar: String {
    let marker = "encountered in scalar "
    guard let range = utf8Range(of: marker) else { return self }
    return String(self[..<range.lowerBound]) + "encountered in " + String(self[range.upperBound...])
  }

  private func utf8Range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
