import Arrays

/// The same elements in another shape or order. Where NumPy gives views, so do these.
extension ArrayFunction {
  static let shaping: [ArrayFunction] = [
    ArrayFunction("reshape", "a, newshape, order=") { a in
      let array = try a.array(0)
      return a.view(try array.reshape(a.shape(1), order: a.order(2, of: array)))
    },
    ArrayFunction("reshape", "a, *shape, order=", .method) { a in
      let array = try a.array(0)
      if a.rest.isEmpty { throw Raised.typeError("reshape() takes exactly 1 argument (0 given)") }
      let shape =
        try a.rest.count == 1
        ? a.interpreter.shape(a.rest[0])
        : a.rest.map {
          try a.interpreter.arrayInteger($0, refusingFlags: "an integer is required")
        }
      return a.view(try array.reshape(shape, order: a.order(1, of: array)))
    },
    ArrayFunction("ravel", "a, order=", .both) { a in
      let array = try a.array(0)
      return a.view(try array.ravel(order: a.order(1, of: array)))
    },
    ArrayFunction("flatten", "a, order=", .method) { a in
      let array = try a.array(0)
      return Value(try array.flatten(order: a.order(1, of: array)))
    },
    ArrayFunction("transpose", "a, axes=") { a in a.view(try a.array(0).transpose(a.axes(1))) },
    ArrayFunction("transpose", "a, *axes", .method) { a in
      if a.rest.isEmpty || (a.rest.count == 1 && a.rest[0].isNone) { return a.view(try a.array(0).transpose()) }
      let axes =
        try a.rest.count == 1
        ? a.interpreter.lengths(a.rest[0], refusingFlags: "an integer is required")
        : a.rest.map {
          try a.interpreter.arrayInteger($0, refusingFlags: "an integer is required")
        }
      return a.view(try a.array(0).transpose(axes))
    },
    ArrayFunction("swapaxes", "a, axis1, axis2", .both) { a in
      a.view(try a.array(0).swapAxes(a.int(1), a.int(2)))
    },
    ArrayFunction("moveaxis", "a, source, destination") { a in
      a.view(try a.array(0).moveAxis(a.interpreter.lengths(a[1]), to: a.interpreter.lengths(a[2])))
    },
    ArrayFunction("rollaxis", "a, axis, start=") { a in
      a.view(try a.array(0).rollAxis(a.int(1), to: a.int(2, default: 0)))
    },
    ArrayFunction("squeeze", "a, axis=", .both) { a in a.view(try a.array(0).squeeze(a.axes(1))) },
    ArrayFunction("expand_dims", "a, axis") { a in
      a.view(try a.array(0).expandDims(a.interpreter.lengths(a[1])))
    },
    ArrayFunction("atleast_1d", "*arys") { a in try atLeast(1, a) },
    ArrayFunction("atleast_2d", "*arys") { a in try atLeast(2, a) },
    ArrayFunction("atleast_3d", "*arys") { a in try atLeast(3, a) },
    ArrayFunction("broadcast_to", "array, shape, subok=") { a in
      a.view(try a.array(0).broadcast(to: a.shape(1)))
    },
    ArrayFunction("broadcast_arrays", "*args, subok=") { a in
      let arrays = try a.rest.map { try a.interpreter.asArray($0) }
      return Value(list: try NDArray.broadcastArrays(arrays).map { Value($0) })
    },
    ArrayFunction("broadcast_shapes", "*args") { a in
      let shapes = try a.rest.map { try Dims(checking: a.interpreter.shape($0)) }
      return Value(try NDArray.broadcastShape(shapes))
    },
    ArrayFunction("flip", "m, axis=") { a in a.view(try a.array(0).flip(a.axes(1))) },
    ArrayFunction("fliplr", "m") { a in
      let array = try a.array(0)
      if array.rank < 2 { throw Raised.valueError("Input must be >= 2-d.") }
      return a.view(try array.flip([1]))
    },
    ArrayFunction("flipud", "m") { a in
      let array = try a.array(0)
      if array.rank < 1 { throw Raised.valueError("Input must be >= 1-d.") }
      return a.view(try array.flip([0]))
    },
    ArrayFunction("rot90", "m, k=, axes=") { a in
      let axes = try a.axes(2) ?? [0, 1]
      if axes.count != 2 { throw Raised.valueError("len(axes) must be 2.") }
      return a.view(try a.array(0).rot90(a.int(1, default: 1), axes: (axes[0], axes[1])))
    },
    ArrayFunction("roll", "a, shift, axis=") { a in
      Value(try a.array(0).roll(a.interpreter.lengths(a[1]), axes: a.axes(2)))
    },
    ArrayFunction("shape", "a") { a in Value(try a.array(0).shape) },
    ArrayFunction("ndim", "a") { a in .int(try a.array(0).rank) },
    ArrayFunction("size", "a, axis=") { a in
      let array = try a.array(0)
      guard let axis = try a.axis(1) else { return .int(array.count) }
      guard axis >= -array.rank, axis < array.rank else { throw Raised.indexError("tuple index out of range") }
      return .int(array.shape[axis < 0 ? axis + array.rank : axis])
    },
    ArrayFunction("may_share_memory", "a, b, max_work=") { a in try sharesMemory(a) },
    ArrayFunction("shares_memory", "a, b, max_work=") { a in try sharesMemory(a) },
  ]

  private static func atLeast(_ rank: Int, _ a: borrowing Arguments) throws -> Value {
    let results = try a.rest.map { value -> Value in
      let array = try a.interpreter.asArray(value)
      if value.asArray != nil, array.rank >= rank { return value }
      let result = try array.atLeast(rank: rank)
      guard let source = value.asArray else { return Value(result) }
      return .object(ArrayObject(result, base: source.base ?? source))
    }
    return results.count == 1 ? results[0] : Value(list: results)
  }

  /// Whether two arrays have a byte in common, judged by the ranges they span.
  private static func sharesMemory(_ a: borrowing Arguments) throws -> Value {
    let (first, second) = (try a.array(0), try a.array(1))
    guard first.storage === second.storage, first.count > 0, second.count > 0 else { return .bool(false) }
    let (x, y) = (first.span, second.span)
    return .bool(x.upperBound > y.lowerBound && y.upperBound > x.lowerBound)
  }
}

extension NDArray {
  /// The bytes of the storage from the first element to the last.
  fileprivate var span: Range<Int> {
    var (low, high) = (offset, offset)
    for axis in 0..<rank {
      let reach = strides[axis] * (shape[axis] - 1)
      if reach < 0 { low += reach } else { high += reach }
    }
    return low * dtype.itemSize..<(high + 1) * dtype.itemSize
  }
}
