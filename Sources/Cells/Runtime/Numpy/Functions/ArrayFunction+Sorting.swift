import Arrays

extension ArrayFunction {
  static let sorting: [ArrayFunction] = [
    ArrayFunction("sort", "a, axis=, kind=, order=") { a in
      Value(try a.array(0).sort(axis: a.axis(1, default: -1)))
    },
    ArrayFunction("sort", "a, axis=, kind=, order=", .method) { a in
      try a.array(0).sortInPlace(axis: a.int(1, default: -1))
      return .none
    },
    ArrayFunction("argsort", "a, axis=, kind=, order=", .both) { a in
      Value(try a.array(0).argsort(axis: a.axis(1, default: -1)))
    },
    ArrayFunction("lexsort", "keys, axis=") { a in
      Value(try NDArray.lexsort(a.arrays(0), axis: a.int(1, default: -1)))
    },
    ArrayFunction("searchsorted", "a, v, side=, sorter=", .both) { a in
      try a.refuse(3, "sorter", instead: "sort the array first")
      let side = try a.text(2, default: "left")
      guard side == "left" || side == "right" else {
        throw Raised.valueError("search side must be 'left' or 'right' (got '\(side)')")
      }
      return Value(unwrapping: try a.array(0).searchSorted(a.array(1), side: side == "left" ? .left : .right))
    },
    ArrayFunction("digitize", "x, bins, right=") { a in
      Value(unwrapping: try a.array(0).digitize(a.array(1), right: a.flag(2)))
    },
    ArrayFunction("bincount", "x, weights=, minlength=") { a in
      Value(
        try (a[0].asArray == nil ? a.array(0).copy(as: .int64) : a.array(0)).binCount(
          weights: a.has(1) ? a.array(1) : nil, minimumLength: a.has(2) ? a.length(2) : 0))
    },
    ArrayFunction("histogram", "a, bins=, range=, density=, weights=") { a in
      var bins = HistogramBins.count(10)
      if let text = a[1].asString {
        throw Raised.unsupported("np.histogram(bins='\(text.value)') is not supported: give the number of bins")
      }
      if a.has(1) {
        bins = a[1].asArray ?? nil != nil || a[1].elements != nil ? .edges(try a.array(1)) : .count(try a.int(1))
      }
      var range: (Double, Double)?
      if a.has(2) {
        let ends = try a.interpreter.collect(a[2]).map { try a.interpreter.double($0) }
        guard ends.count == 2 else {
          throw Raised.valueError("not enough values to unpack (expected 2, got \(ends.count))")
        }
        range = (ends[0], ends[1])
      }
      let result = try a.array(0).histogram(bins: bins, range: range, weights: a.has(4) ? a.array(4) : nil)
      guard try a.flag(3) else { return Value(tuple: [Value(result.counts), Value(result.edges)]) }
      let widths = try result.edges.copy(as: .float64).differences()
      let density = try NDArray.apply(
        .divide, NDArray.apply(.divide, result.counts, widths), result.counts.sum(), warn: a.warn)
      return Value(tuple: [Value(density), Value(result.edges)])
    },
  ]
}
