/// Where to split: in so many parts, or in front of these indices.
public enum SplitPoints: Sendable {
  case sections(Int)
  case indices([Int])
}

extension NDArray {
  /// Parts along an axis, all of the same length where their number is given. Views.
  public func split(_ points: SplitPoints, axis: Int = 0) throws(ArrayError) -> [NDArray] {
    if case .sections(let count) = points {
      if count == 0 { throw .plain(.zeroDivision, "integer modulo by zero") }
      if try splitLength(axis) % count != 0 {
        throw .plain(.value, "array split does not result in an equal division")
      }
    }
    return try arraySplit(points, axis: axis)
  }

  /// Parts along an axis, the first ones longer by one where it does not come out even. Views.
  public func arraySplit(_ points: SplitPoints, axis: Int = 0) throws(ArrayError) -> [NDArray] {
    let length = try splitLength(axis)
    let axis = axis < 0 ? axis + rank : axis
    var bounds: [Int]
    switch points {
    case .indices(let indices): bounds = [0] + indices + [length]
    case .sections(let count):
      if count <= 0 { throw .plain(.value, "number sections must be larger than 0.") }
      let (each, extra) = length.quotientAndRemainder(dividingBy: count)
      bounds = [0]
      var checkpoint = Checkpoint()
      for number in 0..<count {
        bounds.append(bounds[number] + each + (number < extra ? 1 : 0))
        try checkpoint.pass(operations: 1)
      }
    }
    var result: [NDArray] = []
    var checkpoint = Checkpoint()
    for (start, stop) in zip(bounds, bounds.dropFirst()) {
      try checkpoint.pass(operations: 64)
      result.append(try sliced(axis: axis, start: start, stop: stop))
    }
    return result
  }

  /// NumPy asks the shape's tuple, and so do its words.
  private func splitLength(_ axis: Int) throws(ArrayError) -> Int {
    guard axis >= -rank, axis < rank else { throw .plain(.index, "tuple index out of range") }
    return shape[axis < 0 ? axis + rank : axis]
  }

  public func hsplit(_ points: SplitPoints) throws(ArrayError) -> [NDArray] {
    if rank == 0 { throw .plain(.value, "hsplit only works on arrays of 1 or more dimensions") }
    return try split(points, axis: rank > 1 ? 1 : 0)
  }

  public func vsplit(_ points: SplitPoints) throws(ArrayError) -> [NDArray] {
    if rank < 2 { throw .plain(.value, "vsplit only works on arrays of 2 or more dimensions") }
    return try split(points, axis: 0)
  }

  public func dsplit(_ points: SplitPoints) throws(ArrayError) -> [NDArray] {
    if rank < 3 { throw .plain(.value, "dsplit only works on arrays of 3 or more dimensions") }
    return try split(points, axis: 2)
  }
}
