import Arrays
import Layers

extension Request {
  /// One epoch of the course's network on random images: CONV 4 x 4 x 8, RELU, MAXPOOL 8, CONV 2 x 2 x 16, RELU, MAXPOOL 4,
  /// FLATTEN, FULLY CONNECTED 6, softmax with cross-entropy and Adam, shuffled, in mini-batches. Whole steps: forward,
  /// backward, update.
  func training() throws -> Workload {
    let sizes = shape.split(separator: ",").compactMap { Int($0) }
    if sizes.count != 2 { throw Refused(description: "\(operation) takes examples and a batch's size") }
    let (count, batchSize) = (sizes[0], sizes[1])
    let model = try Sequential(
      [
        Conv2D(filters: 8, windowSize: 4, padding: .same), ReLULayer(), Pooling2D(.max, windowSize: 8),
        Conv2D(filters: 16, windowSize: 2, padding: .same), ReLULayer(), Pooling2D(.max, windowSize: 4),
        FlattenLayer(), DenseLayer(units: 6), SoftmaxLayer(),
      ], dtype: dtype == "f32" ? .float32 : .float64)
    model.optimiser = AdamOptimiser(Adam(learningRate: 0.009))
    let random = try RandomState(seed: 1)
    let images = try random.randomSample([count, 64, 64, 3]).copy(as: model.dtype)
    let labels = try OneHot.rows(try random.permutation(count).modulo(6), classes: 6)
    return {
      _ = try model.fit(images, labels, epochs: 1, batchSize: batchSize)
      return 0
    }
  }
}

extension NDArray {
  /// Integers' remainders.
  fileprivate func modulo(_ divisor: Int64) throws -> NDArray {
    try NDArray((0..<count).map { pointer(Int64.self)[$0] % divisor }, shape: shape)
  }
}
