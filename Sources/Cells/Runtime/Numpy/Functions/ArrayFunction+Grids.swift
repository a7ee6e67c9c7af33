import Arrays

/// Matrices and grids of a known pattern.
extension ArrayFunction {
  static let grids: [ArrayFunction] = [
    ArrayFunction("eye", "N, M=, k=, dtype=, order=, *, like=") { a in
      Value(
        try NDArray.eye(
          a.length(0), a.has(1) ? a.length(1) : nil, offset: a.int(2, default: 0), dtype: a.dtype(3, default: .float64),
          order: a.order(4)))
    },
    ArrayFunction("identity", "n, dtype=, *, like=") { a in
      Value(try NDArray.eye(a.length(0), dtype: a.dtype(1, default: .float64)))
    },
    ArrayFunction("tri", "N, M=, k=, dtype=, *, like=") { a in
      Value(
        try NDArray.tri(
          a.int(0), a.optionalInt(1), offset: a.int(2, default: 0), dtype: a.dtype(3, default: .float64)))
    },
    ArrayFunction("diag", "v, k=") { a in a.view(try a.array(0).diag(offset: a.int(1, default: 0))) },
    ArrayFunction("diagflat", "v, k=") { a in
      Value(try a.array(0).ravel().diag(offset: a.int(1, default: 0)))
    },
    ArrayFunction("diagonal", "a, offset=, axis1=, axis2=", .both) { a in
      a.view(
        try a.array(0).diagonal(
          offset: a.int(1, default: 0), axis1: a.int(2, default: 0), axis2: a.int(3, default: 1)))
    },
    ArrayFunction("fill_diagonal", "a, val, wrap=") { a in
      guard let target = a[0].asArray?.array else {
        throw Raised.typeError("argument 1 must be numpy.ndarray, not \(a.interpreter.typeName(a[0]))")
      }
      try target.fillDiagonal(a.array(1), wrap: a.flag(2))
      return .none
    },
    ArrayFunction("tril", "m, k=") { a in Value(try a.array(0).tril(offset: a.int(1, default: 0))) },
    ArrayFunction("triu", "m, k=") { a in Value(try a.array(0).triu(offset: a.int(1, default: 0))) },
    ArrayFunction("meshgrid", "*xi, copy=, sparse=, indexing=") { a in
      let indexing = try a.text(2, default: "xy")
      guard indexing == "xy" || indexing == "ij" else {
        throw Raised.valueError("Valid values for `indexing` are 'xy' and 'ij'.")
      }
      let vectors = try a.rest.map { try a.interpreter.asArray($0) }
      let grids = try NDArray.meshgrid(vectors, indexing: indexing == "xy" ? .xy : .ij, sparse: a.flag(1))
      return Value(list: grids.map { Value($0) })
    },
    ArrayFunction("indices", "dimensions, dtype=, sparse=") { a in
      let result = try NDArray.indices(a.shape(0))
      if try a.flag(2) {
        throw Raised.unsupported("np.indices(sparse=True) is not supported: use np.ogrid or np.ix_")
      }
      return Value(try a.dtype(1).map { try result.copy(as: $0) } ?? result)
    },
    ArrayFunction("ix_", "*args") { a in
      let indices = try a.rest.map { part in
        let array = try a.interpreter.asArray(part)
        return part.asArray == nil && array.count == 0 ? try array.copy(as: .int64) : array
      }
      return Value(tuple: try NDArray.crossIndices(indices).map { Value($0) })
    },
    ArrayFunction("unravel_index", "indices, shape, order=") { a in
      let indices = try NDArray.unravelIndex(a.indices(0), shape: a.shape(1), order: a.order(2))
      return Value(tuple: indices.map { Value(unwrapping: $0) })
    },
    ArrayFunction("ravel_multi_index", "multi_index, dims, mode=, order=") { a in
      let indices = try a.interpreter.collect(a[0]).map { try a.interpreter.asArray($0) }
      return Value(
        unwrapping: try NDArray.ravelMultiIndex(
          indices, shape: a.shape(1), modes: [a.boundsMode(2)], order: a.order(3)))
    },
    ArrayFunction("diag_indices", "n, ndim=") { a in
      let vector = Value(try NDArray.arange(.int64(0), .int64(Int64(a.int(0)))))
      let count = max(try a.int(1, default: 2), 0)
      try Interpreter.checkSequenceSize(count)
      return Value(tuple: Array(repeating: vector, count: count))
    },
    ArrayFunction("tril_indices", "n, k=, m=") { a in
      let mask = try NDArray.tri(a.int(0), a.optionalInt(2), offset: a.int(1, default: 0), dtype: .bool)
      return Value(tuple: try mask.nonzero().map { Value($0) })
    },
    ArrayFunction("triu_indices", "n, k=, m=") { a in
      let (offset, overflow) = try a.int(1, default: 0).subtractingReportingOverflow(1)
      if overflow { throw Raised.overflow("Python int too large to convert to C long") }
      let mask = try NDArray.tri(a.int(0), a.optionalInt(2), offset: offset, dtype: .bool)
      return Value(tuple: try NDArray.apply(.logicalNot, to: mask).nonzero().map { Value($0) })
    },
    ArrayFunction("vander", "x, N=, increasing=") { a in
      let x = try a.array(0)
      if x.rank != 1 { throw Raised.valueError("x must be a one-dimensional array or sequence.") }
      let count = try a.has(1) ? a.length(1) : x.count
      if count < 0 { throw Raised.valueError("negative dimensions are not allowed") }
      var column = try x.onesLike(DType.promote(x.dtype, .int64))
      let result = try NDArray(column.dtype, shape: [x.count, count])
      for index in 0..<(result.count == 0 ? 0 : count) {
        try a.interpreter.spend(1)
        if index > 0 { column = try NDArray.apply(.multiply, column, x) }
        try result.get([.ellipsis, .integer(a.flag(2) ? index : count - 1 - index)]).assign(column)
      }
      return Value(result)
    },
  ]
}
