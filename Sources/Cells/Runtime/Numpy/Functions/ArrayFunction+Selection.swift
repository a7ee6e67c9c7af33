import Arrays

/// Elements picked by index or condition.
extension ArrayFunction {
  static let selection: [ArrayFunction] = [
    ArrayFunction("take", "a, indices, axis=, out=, mode=", .both) { a in
      try a.result(a.array(0).take(a.indices(1), axis: a.axis(2), mode: a.boundsMode(4)), out: 3)
    },
    ArrayFunction("put", "a, ind, v, mode=", .both) { a in
      guard let target = a[0].asArray?.array else {
        throw Raised.typeError("argument 1 must be numpy.ndarray, not \(a.interpreter.typeName(a[0]))")
      }
      try target.put(a.indices(1), a.interpreter.asElements(a[2], for: target), mode: a.boundsMode(3))
      return .none
    },
    ArrayFunction("take_along_axis", "arr, indices, axis") { a in
      Value(try a.array(0).takeAlongAxis(a.array(1), axis: a.axis(2)))
    },
    ArrayFunction("put_along_axis", "arr, indices, values, axis") { a in
      try a.array(0).putAlongAxis(a.array(1), a.array(2), axis: a.int(3))
      return .none
    },
    ArrayFunction("compress", "condition, a, axis=, out=") { a in
      try a.result(a.array(1).compress(a.array(0), axis: a.axis(2)), out: 3)
    },
    ArrayFunction("compress", "a, condition, axis=, out=", .method) { a in
      try a.result(a.array(0).compress(a.array(1), axis: a.axis(2)), out: 3)
    },
    ArrayFunction("extract", "condition, arr") { a in Value(try a.array(1).extract(a.array(0))) },
    ArrayFunction("nonzero", "a", .both) { a in try positions(a) },
    ArrayFunction("argwhere", "a") { a in Value(try a.array(0).argwhere()) },
    ArrayFunction("flatnonzero", "a") { a in Value(try a.array(0).flatNonzero()) },
    ArrayFunction("where", "condition, x=, y=, /") { a in
      if a[1].isUndefined && a[2].isUndefined { return try positions(a) }
      let condition = try a.array(0)
      if a[2].isUndefined { throw Raised.valueError("either both or neither of x and y should be given") }
      let (x, y) = (try a.array(1), try a.array(2))
      return Value(try NDArray.choose(where: condition, x, y, dtype: DType.result(of: [x, y])))
    },
    ArrayFunction("select", "condlist, choicelist, default=") { a in
      var conditions = try a.interpreter.collect(a[0]).map { try a.interpreter.asArray($0) }
      let choices = try a.interpreter.collect(a[1]).map { try a.interpreter.asArray($0) }
      guard conditions.count == choices.count else {
        throw Raised.valueError("list of cases must be same length as list of conditions")
      }
      if conditions.isEmpty { throw Raised.valueError("select with an empty condition list is not possible") }
      let fallback = try a.has(2) ? a.array(2) : NDArray(scalar: Int64(0))
      // The conditions must fit each other, so must the choices, and then both.
      conditions = try NDArray.broadcastArrays(conditions)
      let spread = try NDArray.broadcastArrays(choices + [fallback])
      if let index = conditions.firstIndex(where: { $0.dtype != .bool }) {
        throw Raised.typeError("invalid entry \(index) in condlist: should be boolean ndarray")
      }
      _ = try NDArray.broadcastArrays([conditions[0], spread[0]])
      // The choices' common dtype counts as an array's beside the default.
      let dtype = try DType.result(of: [NDArray(DType.result(of: choices), shape: [0]), fallback])
      var result = try fallback.copy(as: dtype)
      for (condition, choice) in zip(conditions, choices).reversed() {
        result = try NDArray.choose(where: condition, choice, result, dtype: dtype)
      }
      return Value(result)
    },
    ArrayFunction("place", "arr, mask, vals") { a in
      let (target, mask) = (try a.array(0), try a.array(1))
      let places = try mask.flatNonzero()
      if places.count > 0 { try target.put(places, a.interpreter.asElements(a[2], for: target)) }
      return .none
    },
    ArrayFunction("copyto", "dst, src, casting=, where=") { a in
      guard let target = a[0].asArray?.array else {
        throw Raised.typeError("copyto() argument 1 must be numpy.ndarray, not \(a.interpreter.typeName(a[0]))")
      }
      let source = try a.array(1)
      let rule = try a.castingRule(2, default: .sameKind)
      let isScalar = source.rank == 0
      guard try isScalar ? rule.allows(source.scalar(), target.dtype) : rule.allows(source.dtype, target.dtype) else {
        throw Raised.typeError(
          "Cannot cast \(isScalar ? "scalar" : "array data") from dtype('\(source.dtype.name)') to "
            + "dtype('\(target.dtype.name)') according to the rule '\(rule.rawValue)'")
      }
      if a.has(3) {
        try target.assign(NDArray.choose(where: a.array(3), source, target, dtype: target.dtype))
      } else {
        try target.assign(source)
      }
      return .none
    },
  ]

  /// Views of one table, as in NumPy.
  private static func positions(_ a: borrowing Arguments) throws -> Value {
    let columns = try a.array(0).nonzero()
    let table = ArrayObject(columns[0].with(shape: [columns[0].count, columns.count], strides: [columns.count, 1]))
    return Value(tuple: columns.map { .object(ArrayObject($0, base: table)) })
  }
}
