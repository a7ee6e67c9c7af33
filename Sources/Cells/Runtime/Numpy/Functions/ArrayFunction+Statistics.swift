import Arrays

extension ArrayFunction {
  static let statistics: [ArrayFunction] = [
    ArrayFunction("average", "a, axis=, weights=, returned=, *, keepdims=") { a in
      let (mean, weightSum) = try a.array(0).average(
        axis: a.axis(1), weights: a.has(2) ? a.array(2) : nil, keepDims: a.flag(4), warn: a.warn)
      return try a.flag(3)
        ? Value(tuple: [Value(unwrapping: mean), Value(unwrapping: weightSum)]) : Value(unwrapping: mean)
    },
    ArrayFunction("median", "a, axis=, out=, overwrite_input=, keepdims=") { a in
      let median = try a.array(0).median(axes: a.countedAxes(1, of: 0), keepDims: a.flag(4), warn: a.warn)
      return try keptAsArray(median, a, keepDims: 4, out: 2)
    },
    ArrayFunction("percentile", "a, q, axis=, out=, overwrite_input=, method=, keepdims=, *, interpolation=") { a in
      try quantile(a, percent: true)
    },
    ArrayFunction("quantile", "a, q, axis=, out=, overwrite_input=, method=, keepdims=, *, interpolation=") { a in
      try quantile(a, percent: false)
    },
    ArrayFunction("nansum", "a, axis=, dtype=, out=, keepdims=, initial=, where=") { a in
      try a.refuse(2, "dtype", instead: "convert the array with astype first")
      try a.refuse(5, "initial", instead: "add it to the result")
      try a.refuseWhere(6)
      return try a.result(a.array(0).nanSum(axes: a.axes(1), keepDims: a.flag(4), warn: a.warn), out: 3)
    },
    ArrayFunction("nanprod", "a, axis=, dtype=, out=, keepdims=, initial=, where=") { a in
      try a.refuseWhere(6)
      return try a.result(
        replacingNan(a.array(0), with: 1).product(
          axes: a.axes(1), keepDims: a.flag(4), dtype: a.dtype(2), initial: a.optionalScalar(5), warn: a.warn),
        out: 3)
    },
    ArrayFunction("nancumsum", "a, axis=, dtype=, out=") { a in
      try a.result(
        replacingNan(a.array(0), with: 0).cumulativeSum(axis: a.axis(1), dtype: a.dtype(2), warn: a.warn), out: 3)
    },
    ArrayFunction("nanmean", "a, axis=, dtype=, out=, keepdims=, *, where=") { a in
      try a.refuse(2, "dtype", instead: "convert the array with astype first")
      try a.refuseWhere(5)
      return try a.result(a.array(0).nanMean(axes: a.axes(1), keepDims: a.flag(4), warn: a.warn), out: 3)
    },
    ArrayFunction("nanmax", "a, axis=, out=, keepdims=, initial=, where=") { a in
      try a.refuseWhere(5)
      return try a.result(a.array(0).nanMax(axes: a.axes(1), keepDims: a.flag(3), warn: a.warn), out: 2)
    },
    ArrayFunction("nanmin", "a, axis=, out=, keepdims=, initial=, where=") { a in
      try a.refuseWhere(5)
      return try a.result(a.array(0).nanMin(axes: a.axes(1), keepDims: a.flag(3), warn: a.warn), out: 2)
    },
    ArrayFunction("nanargmax", "a, axis=, out=, *, keepdims=") { a in
      let array = try replacingNan(a.array(0), with: -.infinity, orFailAlong: a.axis(1))
      return try a.result(array.argmax(axis: a.axis(1), keepDims: a.flag(3)), out: 2)
    },
    ArrayFunction("nanargmin", "a, axis=, out=, *, keepdims=") { a in
      let array = try replacingNan(a.array(0), with: .infinity, orFailAlong: a.axis(1))
      return try a.result(array.argmin(axis: a.axis(1), keepDims: a.flag(3)), out: 2)
    },
    ArrayFunction("nanvar", "a, axis=, dtype=, out=, ddof=, keepdims=, *, where=") { a in
      try a.result(nanVariance(a), out: 3)
    },
    ArrayFunction("nanstd", "a, axis=, dtype=, out=, ddof=, keepdims=, *, where=") { a in
      try a.result(NDArray.apply(.sqrt, to: nanVariance(a)), out: 3)
    },
  ]

  private static func quantile(_ a: borrowing Arguments, percent: Bool) throws -> Value {
    for index in [5, 7] {
      if let name = a[index].asString?.value, name != "linear" {
        throw Raised.unsupported("\(a.function.name)(method='\(name)') is not supported: only 'linear' is")
      }
    }
    let quantiles = try a.array(0).quantile(
      a.array(1), percent: percent, axes: a.countedAxes(2, of: 0), keepDims: a.flag(6))
    return try keptAsArray(quantiles, a, keepDims: 6, out: 3)
  }

  /// A result whose axes are kept stays an array, also where it has none.
  private static func keptAsArray(
    _ array: NDArray, _ a: borrowing Arguments, keepDims: Int, out: Int
  ) throws -> Value {
    try a.flag(keepDims) && !a.has(out) ? Value(array) : a.result(array, out: out)
  }

  /// A copy with other numbers in nan's place; the array itself where it has no floats.
  private static func replacingNan(_ array: NDArray, with number: Double) throws -> NDArray {
    guard array.dtype.isFloating else { return array }
    let result = try array.copyKeepingOrder()
    let filler = try NDArray(Scalar.float64(number).cast(to: array.dtype))
    try result.assign(NDArray.choose(where: NDArray.apply(.isnan, to: array), filler, array))
    return result
  }

  private static func replacingNan(
    _ array: NDArray, with number: Double, orFailAlong axis: Int?
  ) throws -> NDArray {
    let missing = try NDArray.apply(.isnan, to: array)
    if array.count > 0, try missing.all(axes: axis.map { [$0] }).any().scalar() == .bool(true) {
      throw Raised.valueError("All-NaN slice encountered")
    }
    return try replacingNan(array, with: number)
  }

  /// The mean of the squared distances from the mean, nan left out, in NumPy's steps.
  private static func nanVariance(_ a: borrowing Arguments) throws -> NDArray {
    try a.refuseWhere(6)
    let array = try a.array(0)
    let (axes, keepDims) = (try a.axes(1), try a.flag(5))
    guard array.dtype.isFloating else {
      return try array.variance(
        axes: axes, deltaDegrees: a.double(4, default: 0), keepDims: keepDims, dtype: a.dtype(2), warn: a.warn)
    }
    let present = try NDArray.apply(.logicalNot, to: NDArray.apply(.isnan, to: array))
    let values = try replacingNan(array, with: 0)
    let count = try present.sum(axes: axes, keepDims: true, dtype: .int64)
    // NumPy divides into the array of sums: the mean is rounded to its dtype.
    let mean = try NDArray.apply(.divide, values.sum(axes: axes, keepDims: true), count).copy(as: array.dtype)
    let distance = try NDArray.apply(.multiply, NDArray.apply(.subtract, values, mean), present)
    let squares = try NDArray.apply(.multiply, distance, distance).sum(axes: axes, keepDims: keepDims)
    let counts = try present.sum(axes: axes, keepDims: keepDims, dtype: .int64)
    let freedom = try NDArray.apply(.subtract, counts, NDArray(scalar: a.double(4, default: 0)))
    let isEnough = try NDArray.apply(.greater, freedom, NDArray(scalar: 0.0))
    if try isEnough.all().scalar() == .bool(false) {
      a.interpreter.warn(Exceptions.runtimeWarning, "Degrees of freedom <= 0 for slice.")
    }
    let result = try NDArray.apply(.divide, squares, freedom)
    let nan = try NDArray(Scalar.float64(.nan).cast(to: result.dtype))
    return try NDArray.choose(where: isEnough, result, nan).copy(as: array.dtype)
  }
}
