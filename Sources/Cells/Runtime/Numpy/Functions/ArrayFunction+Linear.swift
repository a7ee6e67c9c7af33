import Arrays

/// Products of vectors, matrices and tensors.
extension ArrayFunction {
  static let linear: [ArrayFunction] = [
    ArrayFunction("dot", "a, b, out=", .both) { a in try a.result(a.product(NDArray.dot), out: 2) },
    ArrayFunction("matmul", "x1, x2, /, out=, *, casting=, order=, dtype=, subok=") { a in
      try a.result(a.product(NDArray.matmul), out: 2)
    },
    ArrayFunction("inner", "a, b") { a in Value(unwrapping: try a.product(NDArray.inner)) },
    ArrayFunction("outer", "a, b, out=") { a in try a.result(a.product(NDArray.outer), out: 2) },
    ArrayFunction("vdot", "a, b") { a in Value(unwrapping: try NDArray.vdot(a.array(0), a.array(1))) },
    ArrayFunction("kron", "a, b") { a in Value(unwrapping: try a.product(NDArray.kron)) },
    ArrayFunction("tensordot", "a, b, axes=") { a in
      let isArray = a[2].asArray.map { $0.array.rank > 0 } ?? false
      guard let pair = try isArray ? a.interpreter.collect(a[2]) : a[2].elements else {
        let count = try a.int(2, default: 2)
        return Value(try a.product { (x, y) throws(ArrayError) in try NDArray.tensordot(x, y, count: count) })
      }
      guard pair.count == 2 else {
        throw Raised.valueError(
          pair.count < 2
            ? "not enough values to unpack (expected 2, got \(pair.count))" : "too many values to unpack (expected 2)")
      }
      let axes = (try a.interpreter.lengths(pair[0]), try a.interpreter.lengths(pair[1]))
      return Value(try a.product { (x, y) throws(ArrayError) in try NDArray.tensordot(x, y, axes: axes) })
    },
    ArrayFunction("einsum", "subscripts, *operands, out=, dtype=, order=, casting=, optimize=") { a in
      guard let subscripts = a[0].asString else {
        throw Raised.unsupported("np.einsum with lists of axes is not supported: write the subscripts as a text")
      }
      try a.refuse(2, "dtype", instead: "convert the operands with astype first")
      let operands = try a.rest.map { try a.interpreter.asArray($0) }
      return try a.result(NDArray.einsum(subscripts.value, operands), out: 1)
    },
    ArrayFunction("trace", "a, offset=, axis1=, axis2=, dtype=, out=", .both) { a in
      try a.result(
        a.array(0).trace(
          offset: a.int(1, default: 0), axis1: a.int(2, default: 0), axis2: a.int(3, default: 1), dtype: a.dtype(4)),
        out: 5)
    },
    ArrayFunction("cross", "a, b, axisa=, axisb=, axisc=, axis=") { a in
      for index in 2..<6 { try a.refuse(index, "axis", instead: "move the vectors' axis to the end with np.moveaxis") }
      return Value(unwrapping: try cross(a.array(0), a.array(1)))
    },
    ArrayFunction("convolve", "a, v, mode=") { a in
      let (first, second) = (try a.vector(0, "a"), try a.vector(1, "v"))
      let (long, short) = first.count >= second.count ? (first, second) : (second, first)
      return Value(try correlated(long, short.flip(), mode: a.text(2, default: "full")))
    },
    ArrayFunction("correlate", "a, v, mode=") { a in
      let (first, second) = (try a.vector(0, "a"), try a.vector(1, "v"))
      let mode = try a.text(2, default: "valid")
      if first.count >= second.count { return Value(try correlated(first, second, mode: mode)) }
      return Value(try correlated(second, first, mode: mode).flip().copy())
    },
  ]

  private static func cross(_ a: NDArray, _ b: NDArray) throws -> NDArray {
    let lengths = (a.shape.last ?? 0, b.shape.last ?? 0)
    guard [2, 3].contains(lengths.0), [2, 3].contains(lengths.1) else {
      throw Raised.valueError(
        "incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    }
    func part(_ array: NDArray, _ index: Int) throws -> NDArray { try array.get([.ellipsis, .integer(index)]) }
    func difference(_ i: Int, _ j: Int) throws -> NDArray {
      try NDArray.apply(
        .subtract, NDArray.apply(.multiply, part(a, i), part(b, j)), NDArray.apply(.multiply, part(a, j), part(b, i)))
    }
    if lengths == (2, 2) { return try difference(0, 1) }
    if lengths != (3, 3) {
      throw Raised.unsupported("np.cross of vectors of lengths \(lengths.0) and \(lengths.1) is not supported: add a 0")
    }
    return try NDArray.stack([difference(1, 2), difference(2, 0), difference(0, 1)], axis: -1)
  }

  /// The sums of products of `kernel` and the part of `signal` that lies under it.
  private static func correlated(_ signal: NDArray, _ kernel: NDArray, mode: String) throws -> NDArray {
    let (before, after): (Int, Int)
    switch mode {
    case "valid": (before, after) = (0, 0)
    case "full": (before, after) = (kernel.count - 1, kernel.count - 1)
    case "same": (before, after) = (kernel.count / 2, kernel.count - 1 - kernel.count / 2)
    default: throw Raised.valueError("mode must be one of 'valid', 'same', or 'full' (got '\(mode)')")
    }
    let count = signal.count + before + after - kernel.count + 1
    // Only the part of the kernel that lies on the signal is multiplied, as in NumPy.
    var checkpoint = Checkpoint()
    var results: [NDArray] = []
    for place in 0..<count {
      try checkpoint.pass(operations: kernel.count + 64)
      let start = max(before - place, 0)
      let stop = min(kernel.count, signal.count + before - place)
      let part = try signal.sliced(axis: 0, start: place - before + start, stop: place - before + stop)
      results.append(try NDArray.dot(part, kernel.sliced(axis: 0, start: start, stop: stop)))
    }
    return try NDArray.stack(results)
  }
}

extension Arguments {
  fileprivate func vector(_ index: Int, _ name: String) throws -> NDArray {
    let array = try array(index).atLeast(rank: 1)
    if array.rank > 1 { throw Raised.valueError("object too deep for desired array") }
    if array.count == 0 { throw Raised.valueError("\(name) cannot be empty") }
    return array
  }
}
