import Arrays

/// Classes as rows of zeros with a one: `np.eye(C)[Y.reshape(-1)]`.
public enum OneHot {
  /// - Parameters:
  ///   - labels: m class numbers of any shape; negative ones count from the end, as indices do.
  ///   - classes: C.
  /// - Returns: float64 (m, C). The course's `convert_to_one_hot` is its transpose.
  /// - Throws: `LayerError` for a label that is no class, or when memory runs out.
  public static func rows(_ labels: NDArray, classes: Int) throws(LayerError) -> NDArray {
    let function = "convert_to_one_hot"
    if classes < 1 {
      throw .unusable(function: function, argument: "C", expected: "at least 1", actual: "\(classes)")
    }
    if labels.dtype.isFloating || labels.dtype == .bool {
      throw .unusable(function: function, argument: "Y", expected: "an array of integers", actual: labels.dtype.name)
    }
    let numbers = try labels.copied(as: .int64)
    let result = try layer { () throws(ArrayError) in try NDArray(.float64, shape: [numbers.count, classes]) }
    let (places, target) = (numbers.pointer(Int64.self), result.pointer(Double.self))
    for row in 0..<numbers.count {
      let label = Int(places[row])
      guard (-classes..<classes).contains(label) else {
        throw .unusable(
          function: function, argument: "Y", expected: "classes below C = \(classes)", actual: "\(label) in one place")
      }
      target[row * classes + (label < 0 ? label + classes : label)] = 1
    }
    return result
  }
}
