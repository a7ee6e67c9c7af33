import Arrays

/// `np.testing`: assertions about arrays, in NumPy's words.
enum TestingModule {
  static func make() -> ModuleObject {
    let module = ModuleObject("numpy.testing")
    for function in functions {
      module.namespace[function.name] = .object(function.asFunction(named: function.name))
    }
    return module
  }

  private static let functions: [ArrayFunction] = [
    ArrayFunction("assert_array_equal", "x, y, err_msg=, verbose=, *, strict=") { a in
      let comparison = ArrayComparison(
        header: "Arrays are not equal", message: try a.text(2, default: ""), isStrict: try a.flag(4))
      try comparison.check(a.array(0), a.array(1), a.interpreter) { try NDArray.apply(.equal, $0, $1) }
      return .none
    },
    ArrayFunction("assert_allclose", "actual, desired, rtol=, atol=, equal_nan=, err_msg=, verbose=") { a in
      let (relative, absolute) = (try a.double(2, default: 1e-7), try a.double(3, default: 0))
      let texts = (
        a.has(2) ? try a.interpreter.text(a[2]) : "1e-07", a.has(3) ? try a.interpreter.text(a[3]) : "0"
      )
      let equalNan = try a.bool(4, default: true)
      let comparison = ArrayComparison(
        header: "Not equal to tolerance rtol=\(texts.0), atol=\(texts.1)", message: try a.text(5, default: ""),
        equalNan: equalNan)
      try comparison.check(a.array(0), a.array(1), a.interpreter) {
        try NDArray.isClose($0, $1, relative: relative, absolute: absolute, equalNan: equalNan)
      }
      return .none
    },
    ArrayFunction("assert_array_almost_equal", "x, y, decimal=, err_msg=, verbose=") { a in
      try assertAlmostEqual(a, decimal: a.int(2, default: 6))
      return .none
    },
    ArrayFunction("assert_almost_equal", "actual, desired, decimal=, err_msg=, verbose=") { a in
      let decimal = try a.int(2, default: 7)
      guard let actual = a[0].scalar, let desired = a[1].scalar else {
        try assertAlmostEqual(a, decimal: decimal)
        return .none
      }
      let (x, y) = (actual.cast(to: Double.self), desired.cast(to: Double.self))
      if x == y || (x.isNaN && y.isNaN) || (x - y).magnitude < 1.5 * powerOfTen(-decimal) { return .none }
      throw failure(
        "Arrays are not almost equal to \(decimal) decimals", try a.text(3, default: ""),
        " ACTUAL: \(try a.interpreter.representation(a[0]))\n DESIRED: \(try a.interpreter.representation(a[1]))")
    },
    ArrayFunction("assert_array_less", "x, y, err_msg=, verbose=") { a in
      let comparison = ArrayComparison(
        header: "Arrays are not less-ordered", message: try a.text(2, default: ""), equalInfinity: false)
      try comparison.check(a.array(0), a.array(1), a.interpreter) { try NDArray.apply(.less, $0, $1) }
      return .none
    },
    ArrayFunction("assert_equal", "actual, desired, err_msg=, verbose=") { a in
      try assertEqual(a[0], a[1], try a.text(2, default: ""), a.interpreter)
      return .none
    },
    ArrayFunction("assert_", "val, msg=") { a in
      if try !a.interpreter.isTrue(a[0]) { throw Raised(Exceptions.assertionError, try a.text(1, default: "")) }
      return .none
    },
    ArrayFunction("assert_raises", "exception_class, callable=, *args, **kwargs") { a in
      guard let expected = a[0].asType else { throw Raised.typeError("assert_raises needs an exception class") }
      if !a.has(1) { return .object(expecting(expected)) }
      do {
        _ = try a.interpreter.call(a[1], a.rest, keywords: a.keywords)
      } catch {
        let raised = a.interpreter.raised(error)
        if raised.exception.cls.isSubclass(of: expected) { return .none }
        throw raised
      }
      let name = a[1].asFunction?.code.qualifiedName ?? a[1].asNative?.name ?? a[1].asType?.name ?? "callable"
      throw Raised(Exceptions.assertionError, "\(expected.name) not raised by \(name)")
    },
  ]

  private static func assertAlmostEqual(_ a: borrowing Arguments, decimal: Int) throws {
    let comparison = ArrayComparison(
      header: "Arrays are not almost equal to \(decimal) decimals", message: try a.text(3, default: ""),
      precision: decimal)
    let bound = try NDArray(scalar: 1.5 * powerOfTen(-decimal))
    try comparison.check(a.array(0), a.array(1), a.interpreter) { x, y in
      let distance = try NDArray.apply(.absolute, to: NDArray.apply(.subtract, x.asFloats(), y.asFloats()))
      return try NDArray.apply(.less, distance, bound)
    }
  }

  /// Compares containers element by element, arrays as arrays.
  private static func assertEqual(
    _ actual: Value, _ desired: Value, _ message: String, _ interpreter: Interpreter
  ) throws {
    if let expected = desired.asDict {
      guard let found = actual.asDict else {
        throw Raised(Exceptions.assertionError, try interpreter.representation(.object(actual.type)))
      }
      try assertEqual(.int(found.table.count), .int(expected.table.count), message, interpreter)
      for entry in expected.table.entries.compactMap(\.self) {
        let key = try interpreter.representation(entry.key)
        guard let value = try found.table.find(entry.key, interpreter) else {
          throw Raised(Exceptions.assertionError, key)
        }
        try assertEqual(value, entry.value, "key=\(key)\n\(message)", interpreter)
      }
      return
    }
    if let expected = desired.elements, let found = actual.elements {
      try assertEqual(.int(found.count), .int(expected.count), message, interpreter)
      for (index, pair) in zip(found, expected).enumerated() {
        try assertEqual(pair.0, pair.1, "item=\(index)\n\(message)", interpreter)
      }
      return
    }
    if actual.asArray != nil || desired.asArray != nil {
      let comparison = ArrayComparison(header: "Arrays are not equal", message: message)
      return try comparison.check(interpreter.asArray(actual), interpreter.asArray(desired), interpreter) {
        try NDArray.apply(.equal, $0, $1)
      }
    }
    var areZerosOfOtherSign = false
    if let x = actual.scalar?.cast(to: Double.self), let y = desired.scalar?.cast(to: Double.self) {
      if x.isNaN, y.isNaN { return }
      areZerosOfOtherSign = x == 0 && y == 0 && x.sign != y.sign
    }
    if try !areZerosOfOtherSign && interpreter.equal(actual, desired) { return }
    throw failure(
      "Items are not equal:", message,
      " ACTUAL: \(try interpreter.representation(actual))\n DESIRED: \(try interpreter.representation(desired))",
      hasBlankLine: false)
  }

  /// `with assert_raises(ValueError):` would need the exception that ends the block.
  private static func expecting(_ expected: TypeObject) -> Object {
    ExpectedException(expected)
  }

  static func failure(
    _ header: String, _ message: String, _ details: String, hasBlankLine: Bool = true
  ) -> Raised {
    let first = message.isEmpty ? header : "\(header)\n\(message)"
    return Raised(Exceptions.assertionError, "\n\(first)\n\(details)")
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    // Negative powers as Python's 10.0 ** -n rounds them: once.
    (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }.raised(toSignOf: exponent)
  }
}

extension Double {
  fileprivate func raised(toSignOf exponent: Int) -> Double { exponent < 0 ? 1 / self : self }
}

extension NDArray {
  fileprivate func asFloats() throws -> NDArray { dtype.isFloating ? self : try copy(as: .float64) }
}

/// `with np.testing.assert_raises(...)`.
package final class ExpectedException: Object, @unchecked Sendable {
  private let expected: TypeObject

  init(_ expected: TypeObject) {
    self.expected = expected
    super.init(.host)
  }

  package override var type: TypeObject { ExpectedException.cls }

  private static let cls: TypeObject = TypeObject(
    "_AssertRaisesContext", module: "unittest.case",
    attributes: table([
      method("__enter__", "") { a in a[0] },
      method("__exit__", "type=, value=, traceback=") { a in
        guard let context = a[0].object as? ExpectedException else { return .none }
        guard let found = a[1].asType else {
          throw Raised(Exceptions.assertionError, "\(context.expected.name) not raised")
        }
        return .bool(found.isSubclass(of: context.expected))
      },
    ]))
}
