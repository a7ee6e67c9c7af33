import Arrays

/// Arrays as sets of numbers.
extension ArrayFunction {
  static let sets: [ArrayFunction] = [
    ArrayFunction("unique", "ar, return_index=, return_inverse=, return_counts=, axis=, *, equal_nan=") { a in
      let found = try a.array(0).unique(axis: a.axis(4))
      var parts = [Value(found.values)]
      if try a.flag(1) { parts.append(Value(found.indices)) }
      if try a.flag(2) { parts.append(Value(found.inverse)) }
      if try a.flag(3) { parts.append(Value(found.counts)) }
      return parts.count == 1 ? parts[0] : Value(tuple: parts)
    },
    ArrayFunction("isin", "element, test_elements, assume_unique=, invert=, *, kind=") { a in
      Value(try a.array(0).isIn(a.array(1), invert: a.flag(3)))
    },
    ArrayFunction("in1d", "ar1, ar2, assume_unique=, invert=, *, kind=") { a in
      Value(try a.array(0).ravel().isIn(a.array(1), invert: a.flag(3)))
    },
    ArrayFunction("intersect1d", "ar1, ar2, assume_unique=, return_indices=") { a in
      let result = try a.array(0).intersection(a.array(1))
      return try a.flag(3)
        ? Value(tuple: [Value(result.values), Value(result.indices), Value(result.otherIndices)])
        : Value(result.values)
    },
    ArrayFunction("union1d", "ar1, ar2") { a in Value(try a.array(0).union(a.array(1))) },
    ArrayFunction("setdiff1d", "ar1, ar2, assume_unique=") { a in Value(try a.array(0).difference(a.array(1))) },
    ArrayFunction("setxor1d", "ar1, ar2, assume_unique=") { a in
      Value(try a.array(0).symmetricDifference(a.array(1)))
    },
  ]
}
