import Arrays

/// Running sums and differences of neighbours.
extension ArrayFunction {
  static let cumulative: [ArrayFunction] = [
    ArrayFunction("cumsum", "a, axis=, dtype=, out=", .both) { a in
      try a.result(a.array(0).cumulativeSum(axis: a.axis(1), dtype: a.dtype(2), warn: a.warn), out: 3)
    },
    ArrayFunction("cumprod", "a, axis=, dtype=, out=", .both, aliases: ["cumproduct"]) { a in
      try a.result(a.array(0).cumulativeProduct(axis: a.axis(1), dtype: a.dtype(2), warn: a.warn), out: 3)
    },
    ArrayFunction("diff", "a, n=, axis=, prepend=, append=") { a in
      let array = try a.array(0)
      let axis = try a.int(2, default: -1)
      var parts = [array]
      if a.has(3) { parts.insert(try border(a.array(3), of: array, axis), at: 0) }
      if a.has(4) { parts.append(try border(a.array(4), of: array, axis)) }
      let joined = parts.count == 1 ? array : try NDArray.concatenate(parts, axis: axis)
      return Value(try joined.differences(order: a.int(1, default: 1), axis: axis, warn: a.warn))
    },
    ArrayFunction("ediff1d", "ary, to_end=, to_begin=") { a in
      let flat = try a.array(0).ravel()
      var parts = [try flat.differences(warn: a.warn)]
      if a.has(2) { parts.insert(try a.array(2).ravel().copy(as: flat.dtype), at: 0) }
      if a.has(1) { parts.append(try a.array(1).ravel().copy(as: flat.dtype)) }
      return Value(try NDArray.concatenate(parts))
    },
  ]

  /// What `prepend=` and `append=` give: a number stands for a layer of it.
  private static func border(_ values: NDArray, of array: NDArray, _ axis: Int) throws -> NDArray {
    if values.rank > 0 { return values }
    let axis = try Axes.normalize(axis, rank: array.rank)
    return try values.broadcast(to: Array(array.shape.replacing(axis, with: 1)))
  }
}
