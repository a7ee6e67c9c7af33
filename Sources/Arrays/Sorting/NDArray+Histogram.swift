/// The bins of a histogram: so many of the same width, or between given edges.
public enum HistogramBins: Sendable {
  case count(Int)
  case edges(NDArray)
}

extension NDArray {
  /// How often each of 0, 1, ... occurs in a vector of such integers, or the sums of the weights of each. At least
  /// `minimumLength` elements.
  public func binCount(weights: NDArray? = nil, minimumLength: Int = 0) throws(ArrayError) -> NDArray {
    if rank != 1 {
      throw .plain(
        .value, rank == 0 ? "object of too small depth for desired array" : "object too deep for desired array")
    }
    let values = try integers()
    if minimumLength < 0 { throw .plain(.value, "'minlength' must not be negative") }
    if values.contains(where: { $0 < 0 }) {
      throw .plain(.value, "'list' argument must have no negative elements")
    }
    let largest = values.max() ?? -1
    if largest == .max { throw .outOfMemory(shape: [largest], dtype: .int64) }
    let length = Swift.max(largest + 1, minimumLength)
    // NumPy forgets the weights where there is nothing to weigh.
    guard let weights, count > 0 else {
      let result = try NDArray(.int64, shape: [length])
      let counts = result.pointer(Int64.self)
      for value in values { counts[value] += 1 }
      return result
    }
    if weights.rank > 1 { throw .plain(.value, "object too deep for desired array") }
    if weights.count != count { throw .plain(.value, "The weights and list don't have the same length.") }
    let summands = try weights.copy(as: .float64)
    let result = try NDArray(.float64, shape: [length])
    let (sums, source) = (result.pointer(Double.self), summands.pointer(Double.self))
    for (index, value) in values.enumerated() { sums[value] += source[index] }
    return result
  }

  /// How many elements lie in each bin, and the bins' edges. A bin holds its lower edge, the last one its upper too.
  ///
  /// The counts are `int64`, or of the weights' dtype.
  public func histogram(
    bins: HistogramBins = .count(10), range: (Double, Double)? = nil, weights: NDArray? = nil
  ) throws(ArrayError) -> (counts: NDArray, edges: NDArray) {
    if let weights, weights.shape != shape { throw .plain(.value, "weights should have the same shape as a.") }
    switch bins {
    case .edges(let edges):
      if weights != nil {
        throw .plain(.unsupported, "np.histogram with weights needs a number of bins, not their edges")
      }
      return (try countBetween(edges), edges)
    case .count(let count):
      if count < 1 { throw .plain(.value, "`bins` must be positive, when an integer") }
      if count == .max { throw .outOfMemory(shape: [count], dtype: .float64) }
      let values = try ravel().copy()
      if dtype == .float32 { return try values.histogram(Float.self, count, range, weights) }
      return try values.copy(as: .float64).histogram(Double.self, count, range, weights)
    }
  }

  private func countBetween(_ edges: NDArray) throws(ArrayError) -> NDArray {
    if edges.rank != 1 { throw .plain(.value, "`bins` must be 1d, when an array") }
    let values = try edges.copy(as: .float64)
    let bounds = values.pointer(Double.self)
    for index in 1..<Swift.max(edges.count, 1) where bounds[index - 1] > bounds[index] {
      throw .plain(.value, "`bins` must increase monotonically, when an array")
    }
    if edges.count == 0 { return try NDArray(.int64, shape: [0]) }
    let sorted = try sort(axis: nil)
    let below = try sorted.searchSorted(edges.sliced(axis: 0, start: 0, stop: -1)).integers()
    let last = try sorted.searchSorted(edges.sliced(axis: 0, start: -1, stop: nil), side: .right).integers()
    let total = below + last
    return try NDArray(zip(total, total.dropFirst()).map { Int64($1 - $0) }, shape: [edges.count - 1])
  }

  /// Bins of equal width, in the arithmetic of the elements' type as NumPy does it.
  /// - Precondition: contiguous.
  private func histogram<T: BinaryFloatingPoint & CastableElement>(
    _ type: T.Type, _ binCount: Int, _ range: (Double, Double)?, _ weights: NDArray?
  ) throws(ArrayError) -> (counts: NDArray, edges: NDArray) {
    let elements = pointer(T.self)
    var (first, last, width) = try outerEdges(type, range)
    if first == last {
      (first, last) = (first - 0.5, last + 0.5)
      width = last - first
    }
    let edges = try NDArray.linspace(first, last, count: binCount + 1, dtype: T.dtype).values
    let bounds = edges.pointer(T.self)
    let (lowest, scale, factor) = (T(first), T(width), T(binCount))
    var (bins, kept): ([Int64], [Int64]) = ([], [])
    var checkpoint = Checkpoint()
    for index in 0..<count {
      try checkpoint.pass(operations: 1)
      let element = elements[index]
      guard element >= lowest, element <= T(last) else { continue }
      var bin = Int(Int64(casting: Double((element - lowest) / scale * factor)))
      // A range that is too wide or too narrow for the type leaves no quotient.
      guard bin >= 0, bin <= binCount else { throw .outOfBounds(bin, axis: 0, size: binCount + 1) }
      if bin == binCount { bin -= 1 }
      // The quotient may be off by the last bit; the edges decide.
      if element < bounds[bin] { bin -= 1 }
      if element >= bounds[bin + 1] && bin != binCount - 1 { bin += 1 }
      bins.append(Int64(bin))
      kept.append(Int64(index))
    }
    let places = try NDArray(bins, shape: [bins.count])
    let summands = try weights?.take(NDArray(kept, shape: [kept.count]))
    let counts = try places.binCount(weights: summands, minimumLength: binCount)
    return (try weights.map { (weights) throws(ArrayError) in try counts.copy(as: weights.dtype) } ?? counts, edges)
  }

  /// The range, and its width as it comes out in the elements' type where that is where the range comes from.
  private func outerEdges<T: BinaryFloatingPoint & CastableElement>(
    _ type: T.Type, _ range: (Double, Double)?
  ) throws(ArrayError) -> (first: Double, last: Double, width: Double) {
    if let (first, last) = range {
      if first > last { throw .plain(.value, "max must be larger than min in range parameter.") }
      guard first.isFinite, last.isFinite else {
        throw .plain(.value, "supplied range of [\(NDArray.name(first)), \(NDArray.name(last))] is not finite")
      }
      return (first, last, last - first)
    }
    if count == 0 { return (0, 1, 1) }
    let elements = pointer(T.self)
    var (least, greatest) = (elements[0], elements[0])
    for index in 0..<count {
      let element = elements[index]
      if element.isNaN {
        (least, greatest) = (element, element)
        break
      }
      least = Swift.min(least, element)
      greatest = Swift.max(greatest, element)
    }
    guard least.isFinite, greatest.isFinite else {
      throw .plain(
        .value,
        "autodetected range of [\(NDArray.name(Double(least))), \(NDArray.name(Double(greatest)))] is not finite")
    }
    return (Double(least), Double(greatest), Double(greatest - least))
  }

  /// As Python writes a float.
  private static func name(_ value: Double) -> String {
    value.isNaN ? "nan" : value.isInfinite ? (value < 0 ? "-inf" : "inf") : "\(value)"
  }
}
