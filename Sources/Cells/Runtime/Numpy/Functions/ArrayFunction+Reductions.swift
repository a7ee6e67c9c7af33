import Arrays

/// Functions that make one element of many.
extension ArrayFunction {
  static let reductions: [ArrayFunction] = [
    ArrayFunction(
      "sum", "a, axis=, dtype=, out=, keepdims=, initial=, where=", .both,
      quick: Interpreter.smallReduction { $0.smallSum }
    ) { a in
      try a.refuseWhere(6)
      if a[0].asGenerator != nil { return try sum(generator: a[0], a.interpreter) }
      if let sum = try sumOfObjects(a) { return sum }
      return try a.result(
        a.array(0).sum(
          axes: a.axes(1), keepDims: a.flag(4), dtype: a.dtype(2), initial: a.optionalScalar(5), warn: a.warn),
        out: 3)
    },
    ArrayFunction("prod", "a, axis=, dtype=, out=, keepdims=, initial=, where=", .both) { a in
      try a.refuseWhere(6)
      return try product(a)
    },
    ArrayFunction("product", "a, axis=, dtype=, out=, keepdims=, initial=, where=") { a in
      a.interpreter.warn(
        Exceptions.deprecationWarning,
        "`product` is deprecated as of NumPy 1.25.0, and will be removed in NumPy 2.0. Please use `prod` instead.")
      return try product(a)
    },
    ArrayFunction(
      "max", "a, axis=, out=, keepdims=, initial=, where=", .both, aliases: ["amax"],
      quick: Interpreter.smallReduction { $0.smallMaximum }
    ) { a in
      try a.refuseWhere(5)
      return try a.result(
        a.array(0).max(axes: a.axes(1), keepDims: a.flag(3), initial: a.optionalScalar(4)), out: 2)
    },
    ArrayFunction(
      "min", "a, axis=, out=, keepdims=, initial=, where=", .both, aliases: ["amin"],
      quick: Interpreter.smallReduction { $0.smallMinimum }
    ) { a in
      try a.refuseWhere(5)
      return try a.result(
        a.array(0).min(axes: a.axes(1), keepDims: a.flag(3), initial: a.optionalScalar(4)), out: 2)
    },
    ArrayFunction("ptp", "a, axis=, out=, keepdims=", .both) { a in
      try a.result(a.array(0).peakToPeak(axes: a.axes(1), keepDims: a.flag(3)), out: 2)
    },
    ArrayFunction(
      "mean", "a, axis=, dtype=, out=, keepdims=, *, where=", .both, quick: Interpreter.smallReduction { $0.smallMean }
    ) { a in
      try a.refuseWhere(5)
      return try a.result(
        a.array(0).mean(axes: a.countedAxes(1, of: 0), keepDims: a.flag(4), dtype: a.dtype(2), warn: a.warn), out: 3)
    },
    ArrayFunction("var", "a, axis=, dtype=, out=, ddof=, keepdims=, *, where=", .both) { a in
      try a.refuseWhere(6)
      return try a.result(
        a.array(0).variance(
          axes: a.countedAxes(1, of: 0), deltaDegrees: a.double(4, default: 0), keepDims: a.flag(5), dtype: a.dtype(2),
          warn: a.warn),
        out: 3)
    },
    ArrayFunction("std", "a, axis=, dtype=, out=, ddof=, keepdims=, *, where=", .both) { a in
      try a.refuseWhere(6)
      return try a.result(
        a.array(0).standardDeviation(
          axes: a.countedAxes(1, of: 0), deltaDegrees: a.double(4, default: 0), keepDims: a.flag(5), dtype: a.dtype(2),
          warn: a.warn),
        out: 3)
    },
    ArrayFunction("any", "a, axis=, out=, keepdims=, *, where=", .both, aliases: ["sometrue"]) { a in
      try a.refuseWhere(4)
      return try a.result(a.array(0).any(axes: a.axes(1), keepDims: a.flag(3)), out: 2)
    },
    ArrayFunction("all", "a, axis=, out=, keepdims=, *, where=", .both, aliases: ["alltrue"]) { a in
      try a.refuseWhere(4)
      return try a.result(a.array(0).all(axes: a.axes(1), keepDims: a.flag(3)), out: 2)
    },
    ArrayFunction("count_nonzero", "a, axis=, *, keepdims=") { a in
      let array = try a.array(0)
      // A Python integer, where all elements are counted.
      if !a.has(1), try !a.flag(2) { return .int(try array.countNonzero()) }
      return Value(unwrapping: try array.countNonzero(axes: a.axes(1), keepDims: a.flag(2)))
    },
    ArrayFunction("argmax", "a, axis=, out=, *, keepdims=", .both) { a in
      try a.result(a.array(0).argmax(axis: a.axis(1), keepDims: a.flag(3)), out: 2)
    },
    ArrayFunction("argmin", "a, axis=, out=, *, keepdims=", .both) { a in
      try a.result(a.array(0).argmin(axis: a.axis(1), keepDims: a.flag(3)), out: 2)
    },
  ]

  /// A sum of numbers and arrays of several shapes: until NumPy 1.24 they made an array of objects, and these were
  /// added as Python adds them. `nil` for anything else.
  private static func sumOfObjects(_ a: borrowing Arguments) throws -> Value? {
    guard a.interpreter.vintage.numpy < 24, !a.has(1), let elements = a[0].elements, elements.count > 1,
      elements.contains(where: { $0.asArray != nil }),
      elements.allSatisfy({ $0.asArray != nil || $0.scalar != nil })
    else { return nil }
    let shapes = elements.map { $0.asArray?.array.shape ?? [] }
    if shapes.allSatisfy({ $0 == shapes[0] }) { return nil }
    if let dtype = try a.dtype(2) {
      // Numbers are made of the objects first, as `float(object)` does.
      let numbers = try elements.map { Value(try a.interpreter.number($0, as: dtype)) }
      return try a.result(a.interpreter.asArray(Value(list: numbers)).sum(dtype: dtype, warn: a.warn), out: 3)
    }
    if shapes[0].isEmpty, a.interpreter.vintage.numpy < 12 { return nil }
    return try elements.dropFirst().reduce(elements[0]) { try a.interpreter.binary(.add, $0, $1) }
  }

  private static func product(_ a: borrowing Arguments) throws -> Value {
    try a.result(
      a.array(0).product(
        axes: a.axes(1), keepDims: a.flag(4), dtype: a.dtype(2), initial: a.optionalScalar(5), warn: a.warn),
      out: 3)
  }

  private static func sum(generator: Value, _ interpreter: Interpreter) throws -> Value {
    interpreter.warn(
      Exceptions.deprecationWarning,
      "Calling np.sum(generator) is deprecated, and in the future will give a different result. Use "
        + "np.sum(np.fromiter(generator)) or the python sum builtin instead.")
    var total = Value.int(0)
    try interpreter.forEach(generator) { total = try interpreter.binary(.add, total, $0) }
    return total
  }
}
