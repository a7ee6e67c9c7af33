import Arrays

/// Questions about dtypes.
extension ArrayFunction {
  static let types: [ArrayFunction] = [
    ArrayFunction("result_type", "*arrays_and_dtypes") { a in
      var operands: [NDArray] = []
      for value in a.rest {
        // A dtype takes part as an array of it does.
        operands.append(
          value.scalar != nil || value.asArray != nil
            ? try a.interpreter.asArray(value) : try NDArray(a.interpreter.dtype(value), shape: [1]))
      }
      if operands.isEmpty { throw Raised.valueError("at least one array or dtype is required") }
      return Value(try DType.result(of: operands))
    },
    ArrayFunction("promote_types", "type1, type2") { a in
      Value(try DType.promote(a.interpreter.dtype(a[0]), a.interpreter.dtype(a[1])))
    },
    ArrayFunction("can_cast", "from_, to, casting=") { a in
      if a[0].scalar != nil || a[0].asArray?.array.rank == 0 {
        throw Raised.unsupported("np.can_cast of values is not supported: give dtypes")
      }
      let from = try a[0].asArray?.array.dtype ?? a.interpreter.dtype(a[0])
      let to = try a.interpreter.dtype(a[1])
      return .bool(try a.castingRule(2, default: .safe).allows(from, to))
    },
    ArrayFunction("issubdtype", "arg1, arg2") { a in
      .bool(try scalarClass(a[0], a.interpreter).isSubclass(of: scalarClass(a[1], a.interpreter)))
    },
  ]

  /// The scalar class that a value names; abstract ones are their own.
  private static func scalarClass(_ value: Value, _ interpreter: Interpreter) throws -> TypeObject {
    if let cls = value.asType, cls.isSubclass(of: Types.npGeneric) { return cls }
    return try interpreter.dtype(value).scalarClass
  }
}
