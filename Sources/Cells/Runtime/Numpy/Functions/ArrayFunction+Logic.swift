import Arrays

/// Questions about whole arrays, answered with Python's truth values.
extension ArrayFunction {
  static let logic: [ArrayFunction] = [
    ArrayFunction("allclose", "a, b, rtol=, atol=, equal_nan=") { a in
      .bool(
        try NDArray.allClose(
          a.array(0), a.array(1), relative: a.double(2, default: 1e-5), absolute: a.double(3, default: 1e-8),
          equalNan: a.flag(4)))
    },
    ArrayFunction("array_equal", "a1, a2, equal_nan=") { a in
      guard let first = a.comparable(0), let second = a.comparable(1) else { return .bool(false) }
      return .bool(try NDArray.areEqual(first, second, equalNan: a.flag(2)))
    },
    ArrayFunction("array_equiv", "a1, a2") { a in
      guard let first = a.comparable(0), let second = a.comparable(1) else { return .bool(false) }
      return .bool(try NDArray.areEquivalent(first, second))
    },
    ArrayFunction("isscalar", "element") { a in
      .bool(a[0].scalar != nil || a[0].asString != nil || a[0].asBytes != nil || a[0].asBigInt != nil)
    },
    ArrayFunction("iscomplexobj", "x") { _ in .bool(false) },
    ArrayFunction("isrealobj", "x") { _ in .bool(true) },
    ArrayFunction("iterable", "y") { a in
      do {
        _ = try a.interpreter.makeIterator(a[0])
        return .bool(true)
      } catch is Raised {
        return .bool(false)
      }
    },
  ]
}

extension Arguments {
  /// The argument as an array; `nil` where it is nothing that an array is made of.
  fileprivate func comparable(_ index: Int) -> NDArray? { try? array(index) }
}
