import Arrays

/// Functions of every element that are no ufuncs.
extension ArrayFunction {
  static let elementwise: [ArrayFunction] = [
    ArrayFunction("round", "a, decimals=, out=", .both, aliases: ["around"]) { a in try rounded(a) },
    ArrayFunction("round_", "a, decimals=, out=") { a in
      a.interpreter.warn(
        Exceptions.deprecationWarning,
        "`round_` is deprecated as of NumPy 1.25.0, and will be removed in NumPy 2.0. Please use `round` instead.")
      return try rounded(a)
    },
    ArrayFunction("fix", "x, out=") { a in
      let array = try a.array(0)
      return Value(
        unwrapping: try NDArray.apply(
          .trunc, to: array.dtype.isFloating ? array : array.copy(as: .float64), out: a.output(1)?.array))
    },
    ArrayFunction("clip", "a, a_min, a_max, out=, *, where=, casting=, order=, dtype=, subok=") { a in
      try clipped(a, 1, 2, out: 3)
    },
    ArrayFunction("clip", "a, min=, max=, out=, *, where=, casting=, order=, dtype=, subok=", .method) { a in
      try clipped(a, 1, 2, out: 3)
    },
    ArrayFunction("nan_to_num", "x, copy=, nan=, posinf=, neginf=") { a in
      let array = try a.array(0)
      let result = try array.replacingNonFinite(
        nan: a.double(2, default: 0), positiveInfinity: a.has(3) ? a.double(3) : nil,
        negativeInfinity: a.has(4) ? a.double(4) : nil)
      if try !a.bool(1, default: true), a[0].asArray != nil {
        try array.assign(result)
        return a[0]
      }
      return Value(unwrapping: result)
    },
    ArrayFunction("isclose", "a, b, rtol=, atol=, equal_nan=") { a in
      Value(
        unwrapping: try NDArray.isClose(
          a.array(0), a.array(1), relative: a.double(2, default: 1e-5), absolute: a.double(3, default: 1e-8),
          equalNan: a.flag(4)))
    },
    ArrayFunction("real", "val") { a in a[0].asArray != nil || a[0].scalar != nil ? a[0] : Value(try a.array(0)) },
    ArrayFunction("conjugate", "x", .both) { a in Value(unwrapping: try a.array(0).copyKeepingOrder()) },
    ArrayFunction("conj", "x", .method) { a in Value(unwrapping: try a.array(0).copyKeepingOrder()) },
    ArrayFunction("divmod", "x1, x2, /") { a in
      let (x, y) = (try a.array(0), try a.array(1))
      return Value(tuple: [
        Value(unwrapping: try NDArray.apply(.floorDivide, x, y, warn: a.warn)),
        Value(unwrapping: try NDArray.apply(.remainder, x, y, warn: a.warn)),
      ])
    },
    ArrayFunction("modf", "x, /") { a in
      let source = try a.array(0)
      let x = try source.dtype.isFloating ? source : source.copy(as: .float64)
      let whole = try NDArray.apply(.trunc, to: x)
      let isInfinite = try NDArray.apply(.isinf, to: x)
      let zero = try NDArray(Scalar.float64(0).cast(to: x.dtype))
      let rest = try NDArray.choose(where: isInfinite, zero, NDArray.apply(.subtract, x, whole))
      return Value(tuple: [
        Value(unwrapping: try NDArray.apply(.copysign, rest, x)), Value(unwrapping: whole),
      ])
    },
    ArrayFunction("isreal", "x") { a in
      Value(unwrapping: try a.array(0).fullLike(NDArray(scalar: true), .bool))
    },
    ArrayFunction("isposinf", "x, out=") { a in
      Value(unwrapping: try NDArray.apply(.equal, a.array(0), NDArray(scalar: Double.infinity)))
    },
    ArrayFunction("isneginf", "x, out=") { a in
      Value(unwrapping: try NDArray.apply(.equal, a.array(0), NDArray(scalar: -Double.infinity)))
    },
    ArrayFunction("interp", "x, xp, fp, left=, right=, period=") { a in
      try a.refuse(5, "period", instead: "take the remainder first")
      return Value(unwrapping: try interpolated(a))
    },
    ArrayFunction("gradient", "f, *varargs, axis=, edge_order=") { a in try gradient(a) },
    ArrayFunction("trapz", "y, x=, dx=, axis=") { a in
      let y = try a.array(0)
      let axis = try Axes.normalize(a.axis(3, default: -1) ?? -1, rank: y.rank)
      let width =
        try a.has(1)
        ? trapezoidWidths(a.array(1), y, axis) : NDArray(scalar: a.double(2, default: 1))
      let (high, low) = (try y.sliced(axis: axis, start: 1, stop: nil), try y.sliced(axis: axis, start: nil, stop: -1))
      let sums = try NDArray.apply(.multiply, width, NDArray.apply(.add, high, low))
      return Value(unwrapping: try NDArray.apply(.divide, sums, NDArray(scalar: 2.0)).sum(axes: [axis]))
    },
  ]

  private static func rounded(_ a: borrowing Arguments) throws -> Value {
    let (array, decimals) = (try a.array(0), try a.int(1, default: 0))
    // NumPy has nothing to round then, and gives the array itself.
    if a[0].asArray != nil, array.rank > 0, array.dtype.isInteger, decimals >= 0, !a.has(2) { return a[0] }
    return try a.result(array.rounded(decimals: decimals, warn: a.warn), out: 2)
  }

  private static func clipped(_ a: borrowing Arguments, _ low: Int, _ high: Int, out: Int) throws -> Value {
    let output = try a.output(out)
    let result = try a.array(0).clipped(
      from: a.has(low) ? a.array(low) : nil, to: a.has(high) ? a.array(high) : nil, out: output?.array)
    return output.map { .object($0) } ?? Value(unwrapping: result)
  }

  private static func trapezoidWidths(_ x: NDArray, _ y: NDArray, _ axis: Int) throws -> NDArray {
    if x.rank > 1 { return try x.differences(axis: axis) }
    let widths = try x.differences()
    var shape = Array(repeating: 1, count: y.rank)
    shape[axis] = widths.count
    return try widths.reshape(shape)
  }

  /// `np.interp`: the line through the points, at each x.
  private static func interpolated(_ a: borrowing Arguments) throws -> NDArray {
    let x = try a.array(0).copy(as: .float64)
    let (points, values) = (try a.array(1).copy(as: .float64), try a.array(2).copy(as: .float64))
    guard points.rank == 1, points.shape == values.shape else {
      throw Raised.valueError("fp and xp are not of the same length.")
    }
    if points.count == 0 { throw Raised.valueError("array of sample points is empty") }
    let (xp, fp, target) = (points.pointer(Double.self), values.pointer(Double.self), x.pointer(Double.self))
    let last = points.count - 1
    let left = try a.double(3, default: fp[0])
    let right = try a.double(4, default: fp[last])
    let found = try points.searchSorted(x, side: .right)
    let places = found.pointer(Int64.self)
    for index in 0..<x.count {
      let at = target[index]
      let place = Int(places[index]) - 1
      if at.isNaN {
        continue
      } else if place < 0 {
        target[index] = left
      } else if at > xp[last] {
        target[index] = right
      } else if place >= last {
        target[index] = fp[last]
      } else if xp[place] == at {
        target[index] = fp[place]
      } else {
        let slope = (fp[place + 1] - fp[place]) / (xp[place + 1] - xp[place])
        target[index] = slope * (at - xp[place]) + fp[place]
      }
    }
    return x
  }

  /// `np.gradient` at even distances: differences of the neighbours on both sides, of one side at the edges.
  private static func gradient(_ a: borrowing Arguments) throws -> Value {
    let source = try a.array(0)
    let array = try source.dtype.isFloating ? source : source.copy(as: .float64)
    try a.refuse(2, "edge_order", instead: "only 1 is")
    let axes = try Axes.normalize(a.axes(1) ?? Array(0..<array.rank), rank: array.rank)
    guard a.rest.count <= 1 || a.rest.count == axes.count else { throw Raised.typeError("invalid number of arguments") }
    let steps = try a.rest.map { step -> Double in
      guard step.scalar != nil else {
        throw Raised.unsupported("np.gradient with coordinates is not supported: give the distances as numbers")
      }
      return try a.interpreter.double(step)
    }
    let results = try axes.enumerated().map { place, axis -> Value in
      let step = steps.isEmpty ? 1 : steps.count == 1 ? steps[0] : steps[place]
      let length = array.shape[axis]
      if length < 2 {
        throw Raised.valueError(
          "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
        )
      }
      func part(_ start: Int?, _ stop: Int?) throws -> NDArray {
        try array.sliced(axis: axis, start: start, stop: stop)
      }
      func slope(_ high: NDArray, _ low: NDArray, over distance: Double) throws -> NDArray {
        try NDArray.apply(.divide, NDArray.apply(.subtract, high, low), NDArray(scalar: distance))
      }
      return Value(
        try NDArray.concatenate(
          [
            slope(part(1, 2), part(0, 1), over: step), slope(part(2, nil), part(nil, -2), over: 2 * step),
            slope(part(-1, nil), part(-2, -1), over: step),
          ], axis: axis))
    }
    return results.count == 1 ? results[0] : Value(list: results)
  }
}
