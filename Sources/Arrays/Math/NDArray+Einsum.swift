extension NDArray {
  /// `np.einsum`: each output adds the products of its operands' elements, from left to right, starting from 0, with the
  /// labels that are summed over running in the order in which they appear, the last fastest.
  /// - Throws: NumPy's `ValueError`s for subscripts and shapes that do not go together.
  public static func einsum(_ subscripts: String, _ operands: [NDArray]) throws(ArrayError) -> NDArray {
    if operands.isEmpty { throw .plain(.value, "must provide at least an operand and a subscripts list to einsum") }
    let labels = try EinsumSubscripts(subscripts, operands: operands)
    var dtype = operands[0].dtype
    for operand in operands { dtype = try DType.promote(dtype, operand.dtype) }
    let order = labels.output + labels.summed
    if order.count > Dims.maxCount { throw .tooManyAxes(order.count) }

    // Each operand as a view with one axis for each label.
    var extents = Dims(repeating: 1, count: order.count)
    var strides: [Dims] = []
    for (index, operand) in operands.enumerated() {
      var mine = Dims(repeating: 0, count: order.count)
      var lengths = Dims(repeating: 0, count: order.count)
      for (axis, label) in labels.inputs[index].enumerated() {
        guard let place = order.firstIndex(of: label) else { continue }
        let length = operand.shape[axis]
        if lengths[place] > 1, length > 1, lengths[place] != length {
          throw .plain(
            .value,
            "dimensions in operand \(index) for collapsing index '\(Character(UnicodeScalar(UInt8(label))))' don't match "
              + "(\(lengths[place]) != \(length))")
        }
        if extents[place] == 1 {
          extents[place] = length
        } else if length != 1, length != extents[place] {
          throw .plain(
            .value,
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
              + operands.indices.map { remapped(operands[$0], labels.inputs[$0], order) + " " }.joined())
        }
        lengths[place] = Swift.max(lengths[place], length)
        if length != 1 { mine[place] += operand.strides[axis] }
      }
      strides.append(mine)
    }
    let kept = labels.output.count
    let result = try NDArray(dtype, shape: Dims(extents.prefix(kept)))
    var views: [NDArray] = []
    for (index, operand) in operands.enumerated() {
      // Conversion keeps no strides: convert the labelled view where it is needed.
      var lengths = extents
      for place in 0..<order.count where strides[index][place] == 0 { lengths[place] = 1 }
      let view = try operand.with(shape: lengths, strides: strides[index]).converted(to: dtype)
      var broadcast = view.strides
      for place in 0..<order.count where lengths[place] == 1 { broadcast[place] = 0 }
      views.append(view.with(shape: extents, strides: broadcast))
    }
    if views.contains(where: { $0.count == 0 }) { return result }
    switch dtype {
    case .bool: try addProducts(views, kept, into: result, UInt8.self, { $0 & $1 }, { $0 | $1 })
    case .uint8: try addProducts(views, kept, into: result, UInt8.self, { $0 &* $1 }, { $0 &+ $1 })
    case .int64: try addProducts(views, kept, into: result, Int64.self, { $0 &* $1 }, { $0 &+ $1 })
    case .float32: try addProducts(views, kept, into: result, Float.self, { $0 * $1 }, { $0 + $1 })
    case .float64: try addProducts(views, kept, into: result, Double.self, { $0 * $1 }, { $0 + $1 })
    }
    return result
  }

  /// - Parameter kept: how many of the views' axes are the result's; the others are summed.
  @inline(__always)
  private static func addProducts<T>(
    _ views: [NDArray], _ kept: Int, into result: NDArray, _ type: T.Type, _ multiply: (T, T) -> T,
    _ add: (T, T) -> T
  ) throws(ArrayError) {
    var checkpoint = Checkpoint()
    var pointers = views.map { UnsafePointer($0.firstElement.bindMemory(to: T.self, capacity: 1)) }
    let strides = views.map { Array($0.strides) }
    let target = result.firstElement.bindMemory(to: T.self, capacity: 1)
    let extents = Array(views[0].shape)
    var position = [Int](repeating: 0, count: extents.count)
    let innerCount = extents[kept...].reduce(1, *)
    for output in 0..<result.count {
      var sum = target[output]
      for _ in 0..<innerCount {
        var product = pointers[0][0]
        for index in 1..<Swift.max(pointers.count, 1) { product = multiply(product, pointers[index][0]) }
        sum = add(sum, product)
        try checkpoint.pass(operations: 1)
        // The last axis runs fastest.
        var axis = extents.count - 1
        while axis >= 0 {
          position[axis] += 1
          let wraps = position[axis] == extents[axis]
          for index in pointers.indices {
            pointers[index] += wraps ? -strides[index][axis] * (extents[axis] - 1) : strides[index][axis]
          }
          if !wraps { break }
          position[axis] = 0
          axis -= 1
        }
      }
      target[output] = sum
    }
  }

  /// An operand's axes in the order of iteration, as NumPy's message shows them.
  private static func remapped(_ operand: NDArray, _ labels: [Int], _ order: [Int]) -> String {
    let axes = order.map { label in labels.firstIndex(of: label).map { String(operand.shape[$0]) } ?? "newaxis" }
    let shown = axes.drop { $0 == "newaxis" }.joined(separator: ",")
    return "\(operand.shape.compactDescription)->(\(shown))"
  }
}
