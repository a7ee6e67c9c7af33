extension NDArray {
  /// The shape that operands of these shapes broadcast to.
  /// - Throws: `ArrayError.cannotBroadcast` with all shapes.
  public static func broadcastShape(_ shapes: [Dims]) throws(ArrayError) -> Dims {
    var result = Dims()
    for shape in shapes where shape.count > result.count { result = Dims(repeating: 1, count: shape.count) }
    for shape in shapes {
      let shift = result.count - shape.count
      for axis in 0..<shape.count where shape[axis] != 1 {
        if result[axis + shift] == 1 {
          result[axis + shift] = shape[axis]
        } else if result[axis + shift] != shape[axis] {
          throw .cannotBroadcast(shapes)
        }
      }
    }
    return result
  }

  /// The strides with which this array is read as if it had `shape`; 0 along repeated axes. `nil` if it does not fit.
  package func broadcastStrides(to target: Dims) -> Dims? {
    let shift = target.count - rank
    guard shift >= 0 else { return nil }
    var result = Dims(repeating: 0, count: target.count)
    for axis in 0..<rank {
      if shape[axis] == target[axis + shift] {
        result[axis + shift] = strides[axis]
      } else if shape[axis] != 1 {
        return nil
      }
    }
    return result
  }
}
