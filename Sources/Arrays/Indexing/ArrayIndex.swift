/// One entry of a subscript: `x[0, 1:3, ..., None, [2, 0], mask]`.
public enum ArrayIndex: Sendable {
  case integer(Int)
  case slice(start: Int?, stop: Int?, step: Int?)
  case ellipsis
  case newAxis
  /// Integers pick elements; booleans pick where they are true and stand for as many axes as the mask has.
  case array(NDArray)
  /// `x[True]`: a new axis of length 1, or 0 for false.
  case boolean(Bool)

  /// Whether it gives a view: only integers, slices, an ellipsis and new axes do.
  public var isBasic: Bool {
    switch self {
    case .integer, .slice, .ellipsis, .newAxis: true
    case .array, .boolean: false
    }
  }

  /// How many of the array's axes the entry stands for, an ellipsis aside.
  var consumedAxes: Int {
    switch self {
    case .integer, .slice: 1
    case .ellipsis, .newAxis, .boolean: 0
    case .array(let array): array.dtype == .bool ? array.rank : 1
    }
  }

  public static let all = ArrayIndex.slice(start: nil, stop: nil, step: nil)
}

extension ArrayError {
  static func outOfBounds(_ index: Int, axis: Int, size: Int) -> ArrayError {
    .plain(.index, "index \(index) is out of bounds for axis \(axis) with size \(size)")
  }

  static func tooManyIndices(_ count: Int, rank: Int) -> ArrayError {
    .plain(.index, "too many indices for array: array is \(rank)-dimensional, but \(count) were indexed")
  }

  static let readOnly = ArrayError.plain(.value, "assignment destination is read-only")
  static let zeroStep = ArrayError.plain(.value, "slice step cannot be zero")
}
