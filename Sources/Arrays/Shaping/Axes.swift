/// Axes as users give them: counted from the end where negative.
package enum Axes {
  /// The axis counted from the front.
  /// - Throws: NumPy's `AxisError`, with the argument's name in front where one is given.
  package static func normalize(_ axis: Int, rank: Int, argument: String? = nil) throws(ArrayError) -> Int {
    guard axis >= -rank, axis < rank else {
      let prefix = argument.map { $0 + ": " } ?? ""
      throw .plain(.axis, "\(prefix)axis \(axis) is out of bounds for array of dimension \(rank)")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// Several axes, each counted from the front.
  /// - Throws: "repeated axis" where one comes twice, unless `allowDuplicates`.
  package static func normalize(
    _ axes: [Int], rank: Int, argument: String? = nil, allowDuplicates: Bool = false
  ) throws(ArrayError) -> [Int] {
    var result: [Int] = []
    for axis in axes { result.append(try normalize(axis, rank: rank, argument: argument)) }
    if !allowDuplicates && Set(result).count != result.count {
      throw .plain(.value, argument.map { "repeated axis in `\($0)` argument" } ?? "repeated axis")
    }
    return result
  }
}

extension Dims {
  /// A shape that a user asks for.
  /// - Throws: `ArrayError.tooManyAxes`, or NumPy's words for a negative length.
  public init(checking lengths: [Int]) throws(ArrayError) {
    if lengths.count > Dims.maxCount { throw .tooManyAxes(lengths.count) }
    if lengths.contains(where: { $0 < 0 }) { throw .plain(.value, "negative dimensions are not allowed") }
    self.init(lengths)
  }

  /// These lengths and then those.
  package func appending(_ other: Dims) throws(ArrayError) -> Dims {
    if count + other.count > Dims.maxCount { throw .tooManyAxes(count + other.count) }
    var result = self
    for value in other { result.append(value) }
    return result
  }

  /// `result[i] = self[axes[i]]`.
  package func permuted(_ axes: Dims) -> Dims {
    var result = axes
    for index in 0..<axes.count { result[index] = self[axes[index]] }
    return result
  }

  /// With another length along one axis.
  package func replacing(_ axis: Int, with value: Int) -> Dims {
    var result = self
    result[axis] = value
    return result
  }
}
