import Arrays

extension Sequential {
  /// Cost and accuracy on examples that the model does not learn from.
  /// - Parameters:
  ///   - examples: X (m, ...).
  ///   - labels: Y (m, C), one-hot.
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  public func evaluate(
    _ examples: NDArray, _ labels: NDArray, batchSize: Int = 64
  ) throws(LayerError) -> Evaluation {
    try prepare(examples, labels, "X", "Y")
    var totals = Totals()
    try forEachBatch(of: examples, batchSize) { (batch, scores) throws(LayerError) in
      let wanted = try MiniBatches.gather(batch, of: labels, as: dtype)
      let result = try CrossEntropy.forward(scores, labels: wanted)
      totals.add(
        cost: result.cost, hits: Sequential.hits(result.probabilities, wanted), examples: batch.count)
    }
    return Evaluation(cost: totals.meanCost, accuracy: totals.accuracy)
  }

  /// What the model says of examples: (m, C), the probabilities of their classes.
  /// - Parameter examples: X (m, ...).
  /// - Throws: `LayerError` if the shapes do not fit, when memory runs out, or at a checkpoint.
  public func predict(_ examples: NDArray, batchSize: Int = 64) throws(LayerError) -> NDArray {
    try prepare(examples, "X")
    let shape = steps.last?.outputShape ?? []
    let length = shape.reduce(1, *)
    let output = try layer { () throws(ArrayError) in
      try NDArray(dtype, shape: Dims([examples.shape[0]] + Array(shape)), zeroed: false)
    }
    try forEachBatch(of: examples, batchSize) { (batch, scores) throws(LayerError) in
      let result = steps.last is SoftmaxStep ? try Softmax.forward(scores) : scores
      let place = output.with(
        shape: result.shape, strides: result.shape.contiguousStrides, offset: batch.startIndex * length)
      try layer { () throws(ArrayError) in try place.assign(result) }
    }
    return output
  }

  private func forEachBatch(
    of examples: NDArray, _ size: Int, _ body: (ArraySlice<Int>, NDArray) throws(LayerError) -> Void
  ) throws(LayerError) {
    if size < 1 {
      throw .unusable(function: name, argument: "batch_size", expected: "at least 1", actual: "\(size)")
    }
    let all = Array(0..<examples.shape[0])
    var start = 0
    while start < all.count {
      let batch = all[start..<min(start + size, all.count)]
      let numbers = try MiniBatches.gather(batch, of: examples, as: dtype)
      try body(batch, try forward(numbers, isTraining: false))
      start += size
    }
  }

  /// Builds the model if it is not built yet.
  /// - Throws: `LayerError` if these examples are not for it.
  func prepare(_ examples: NDArray, _ argument: String) throws(LayerError) {
    if examples.rank < 2 {
      throw .unfit(
        function: name, argument: argument, expected: "at least 2 axes (m, ...)", actual: examples.shape)
    }
    try build(inputShape: Dims(examples.shape.dropFirst()))
  }

  /// - Throws: `LayerError` if these examples and labels are not for the model, or it has no softmax at its end.
  func prepare(
    _ examples: NDArray, _ labels: NDArray, _ argument: String, _ labelArgument: String
  ) throws(LayerError) {
    try prepare(examples, argument)
    guard steps.last is SoftmaxStep, let classes = steps.last?.outputShape.first else {
      throw .model("\(name): a model that is trained or evaluated ends in Softmax(), or in Dense with 'softmax'")
    }
    let expected: Dims = [examples.shape[0], classes]
    if labels.shape != expected || labels.count == 0 {
      throw .unfit(
        function: name, argument: labelArgument,
        expected: "shape \(expected), one-hot: a row for each example of \(argument), a column for each class",
        actual: labels.shape)
    }
  }

  /// In how many rows the largest probability is where the largest label is.
  static func hits(_ probabilities: NDArray, _ labels: NDArray) -> Int {
    func count<Value: FloatingElement>(_ type: Value.Type) -> Int {
      let classes = probabilities.shape[1]
      func place(_ row: UnsafePointer<Value>) -> Int {
        var best = 0
        for index in 0..<classes where row[index] > row[best] { best = index }
        return best
      }
      return (0..<probabilities.shape[0]).count { row in
        place(probabilities.pointer(Value.self) + row * classes) == place(labels.pointer(Value.self) + row * classes)
      }
    }
    return probabilities.dtype == .float32 ? count(Float.self) : count(Double.self)
  }
}
