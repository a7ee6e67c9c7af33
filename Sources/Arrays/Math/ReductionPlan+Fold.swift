extension ReductionPlan {
  /// Folds the source's elements into the results one after the other, in NumPy's order of iteration.
  @inline(__always)
  func fold<S, R>(
    _ source: UnsafePointer<S>, into result: UnsafeMutablePointer<R>, _ combine: (R, S) -> R
  ) throws(ArrayError) {
    let (sourceStep, resultStep) = (sourceStrides[0], resultStrides[0])
    try forEachRow { sourceOffset, resultOffset, length in
      let (from, to) = (source + sourceOffset, result + resultOffset)
      if resultStep == 0 {
        var value = to[0]
        for index in 0..<length { value = combine(value, from[index &* sourceStep]) }
        to[0] = value
      } else if sourceStep == 1 && resultStep == 1 {
        for index in 0..<length { to[index] = combine(to[index], from[index]) }
      } else {
        for index in 0..<length {
          to[index &* resultStep] = combine(to[index &* resultStep], from[index &* sourceStep])
        }
      }
    }
  }

  /// Folds where the order does not matter: long rows in eight lanes.
  @inline(__always)
  func foldUnordered<T>(
    _ source: UnsafePointer<T>, into result: UnsafeMutablePointer<T>, _ combine: (T, T) -> T
  ) throws(ArrayError) {
    if !reducesInnermost || sourceStrides[0] != 1 || extents[0] < 64 {
      try fold(source, into: result, combine)
      return
    }
    try forEachRow { sourceOffset, resultOffset, length in
      let from = source + sourceOffset
      var (r0, r1, r2, r3) = (from[0], from[1], from[2], from[3])
      var (r4, r5, r6, r7) = (from[4], from[5], from[6], from[7])
      var index = 8
      while index + 8 <= length {
        let next = from + index
        r0 = combine(r0, next[0])
        r1 = combine(r1, next[1])
        r2 = combine(r2, next[2])
        r3 = combine(r3, next[3])
        r4 = combine(r4, next[4])
        r5 = combine(r5, next[5])
        r6 = combine(r6, next[6])
        r7 = combine(r7, next[7])
        index += 8
      }
      var value = combine(result[resultOffset], combine(combine(r0, r1), combine(r2, r3)))
      value = combine(value, combine(combine(r4, r5), combine(r6, r7)))
      while index < length {
        value = combine(value, from[index])
        index += 1
      }
      result[resultOffset] = value
    }
  }
}
