extension NDArray {
  /// The axes in another order, reversed where none is given. A view.
  public func transpose(_ axes: [Int]? = nil) throws(ArrayError) -> NDArray {
    guard let axes else { return transposed }
    if axes.count != rank { throw .plain(.value, "axes don't match array") }
    var order = Dims()
    for axis in axes {
      let axis = try Axes.normalize(axis, rank: rank)
      if order.contains(axis) { throw .plain(.value, "repeated axis in transpose") }
      order.append(axis)
    }
    return with(shape: shape.permuted(order), strides: strides.permuted(order))
  }

  public func swapAxes(_ axis1: Int, _ axis2: Int) throws(ArrayError) -> NDArray {
    var order = Array(0..<rank)
    order.swapAt(
      try Axes.normalize(axis1, rank: rank, argument: "axis1"), try Axes.normalize(axis2, rank: rank, argument: "axis2")
    )
    return try transpose(order)
  }

  /// Each axis of `source` goes to the place in `destination`; the others keep their order.
  public func moveAxis(_ source: [Int], to destination: [Int]) throws(ArrayError) -> NDArray {
    let source = try Axes.normalize(source, rank: rank, argument: "source")
    let destination = try Axes.normalize(destination, rank: rank, argument: "destination")
    if source.count != destination.count {
      throw .plain(.value, "`source` and `destination` arguments must have the same number of elements")
    }
    var order = (0..<rank).filter { !source.contains($0) }
    for (target, axis) in zip(destination, source).sorted(by: { $0.0 < $1.0 }) { order.insert(axis, at: target) }
    return try transpose(order)
  }

  /// The axis goes in front of the one that is now at `start`.
  public func rollAxis(_ axis: Int, to start: Int = 0) throws(ArrayError) -> NDArray {
    let axis = try Axes.normalize(axis, rank: rank)
    let target = start < 0 ? start + rank : start
    guard target >= 0, target <= rank else {
      throw .plain(
        .axis, "'start' arg requires \(-rank) <= start < \(rank + 1), but \(target) was passed in")
    }
    var order = Array(0..<rank)
    order.remove(at: axis)
    order.insert(axis, at: axis < target ? target - 1 : target)
    return try transpose(order)
  }
}
