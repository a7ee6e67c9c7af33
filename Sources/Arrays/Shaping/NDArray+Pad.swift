/// What `np.pad` puts around an array.
public enum PadMode: Sendable {
  /// A value for each side of each axis: a table in any of the short forms (`padPairs`). Later axes win in the corners.
  case constant(NDArray)
  case edge
  /// Mirrored at the edge, which is not repeated.
  case reflect
  /// Mirrored, the edge repeated.
  case symmetric
  case wrap
  /// Whatever the memory holds; here zeros.
  case empty
}

extension NDArray {
  /// A table for the two sides of `rank` axes, from any of the forms that `np.pad` takes: one value for all, a pair for
  /// all axes, a column with a value for each axis, or the table. Shape `(rank, 2)`.
  public static func padPairs(_ values: NDArray, rank: Int) throws(ArrayError) -> NDArray {
    if values.rank < 3 && values.count == 1 { return try values.ravel().broadcast(to: [rank, 2]) }
    if values.rank < 3 && values.count == 2 && values.shape != [2, 1] {
      return try values.ravel().broadcast(to: [rank, 2])
    }
    return try values.broadcast(to: [rank, 2])
  }

  /// The array with `widths` more elements on each side of each axis. A copy, in C order unless the array is in Fortran
  /// order only. Shape: `shape[axis] + before + after`.
  /// - Parameter widths: integers in any of the forms of `padPairs`.
  public func pad(_ widths: NDArray, mode: PadMode) throws(ArrayError) -> NDArray {
    if widths.dtype != .int64 { throw .plain(.type, "`pad_width` must be of integral type.") }
    let amounts = try widths.integers()
    if amounts.contains(where: { $0 < 0 }) { throw .plain(.value, "index can't contain negative values") }
    let pairs = try NDArray.padPairs(widths, rank: rank).integers()
    var lengths: [Int] = []
    for axis in 0..<rank {
      let (sides, first) = pairs[2 * axis].addingReportingOverflow(pairs[2 * axis + 1])
      let (length, second) = sides.addingReportingOverflow(shape[axis])
      if first || second { throw .plain(.value, "Maximum allowed dimension exceeded") }
      lengths.append(length)
    }
    let padded = try NDArray(dtype, shape: Dims(lengths), order: preferredOrder, zeroed: true)
    var inner = padded
    for axis in 0..<rank {
      inner = try inner.sliced(axis: axis, start: pairs[2 * axis], stop: pairs[2 * axis] + shape[axis])
    }
    try inner.copyElements(from: self, strides: strides)

    var constants: NDArray?
    if case .constant(let values) = mode { constants = try NDArray.padPairs(values, rank: rank) }
    if case .empty = mode { return padded }
    if constants == nil && count == 0 {
      for axis in 0..<rank where shape[axis] == 0 && (pairs[2 * axis] > 0 || pairs[2 * axis + 1] > 0) {
        throw .plain(
          .value, "can't extend empty axis \(axis) using modes other than 'constant' or 'empty'")
      }
      return padded
    }
    // The axes before are padded to the ends, those behind are not yet: what is filled grows an axis at a time.
    var checkpoint = Checkpoint()
    for axis in 0..<rank {
      var region = padded
      for later in (axis + 1)..<Swift.max(rank, axis + 1) {
        region = try region.sliced(axis: later, start: pairs[2 * later], stop: pairs[2 * later] + shape[later])
      }
      let (before, length) = (pairs[2 * axis], shape[axis])
      let after = before + length
      if let constants {
        let pair = try constants.view([.integer(axis)])
        try region.sliced(axis: axis, start: 0, stop: before).assign(pair.view([.integer(0)]))
        try region.sliced(axis: axis, start: after, stop: region.shape[axis]).assign(pair.view([.integer(1)]))
        continue
      }
      for place in [0..<before, after..<region.shape[axis]].joined() {
        let source = before + NDArray.source(of: place - before, in: length, mode)
        let target = try region.sliced(axis: axis, start: place, stop: place + 1)
        let origin = try region.sliced(axis: axis, start: source, stop: source + 1)
        try target.copyElements(from: origin, strides: origin.strides)
        try checkpoint.pass(operations: target.count)
      }
    }
    return padded
  }

  /// Which of `length` elements stands at a place outside of them.
  private static func source(of place: Int, in length: Int, _ mode: PadMode) -> Int {
    func modulo(_ value: Int, _ period: Int) -> Int { ((value % period) + period) % period }
    switch mode {
    case .edge, .constant, .empty: return Swift.min(Swift.max(place, 0), length - 1)
    case .wrap: return modulo(place, length)
    case .symmetric:
      let position = modulo(place, 2 * length)
      return position < length ? position : 2 * length - 1 - position
    case .reflect:
      if length == 1 { return 0 }
      let position = modulo(place, 2 * length - 2)
      return position < length ? position : 2 * length - 2 - position
    }
  }
}
