import Arrays
import Layers
import Testing

@Suite("Layers of a network say what does not fit")
struct NetworkErrorTests {
  struct Refused: CustomTestStringConvertible, Sendable {
    let words: String
    let call: @Sendable () throws -> Void
    var testDescription: String { words }
  }

  private static func zeros(_ shape: Int...) throws -> NDArray { try NDArray(.float64, shape: Dims(shape)) }

  private static func build(_ layers: [any ModelLayer], _ shape: Dims) throws {
    try Sequential(layers).build(inputShape: shape)
  }

  static let calls: [Refused] = [
    Refused(words: "dense_forward: A_prev must have 2 axes (m, n_prev) but has shape (2, 3, 4)") {
      _ = try Dense.forward(zeros(2, 3, 4), weights: zeros(4, 5), bias: zeros(5))
    },
    Refused(
      words: "dense_forward: W must have shape (3, n), a row for each of A_prev's 3 columns but has shape (4, 5)"
    ) { _ = try Dense.forward(zeros(2, 3), weights: zeros(4, 5), bias: zeros(5)) },
    Refused(words: "dense_forward: b must have 5 numbers, one for each column of W but has shape (1, 4)") {
      _ = try Dense.forward(zeros(2, 3), weights: zeros(3, 5), bias: zeros(1, 4))
    },
    Refused(
      words: "dense_backward: dZ must have shape (2, 5), as dense_forward's Z for this cache but has shape (2, 4)"
    ) { _ = try Dense.backward(zeros(2, 4), input: zeros(2, 3), weights: zeros(3, 5)) },
    Refused(words: "relu_backward: dA must have Z's shape (2, 3) but has shape (3, 2)") {
      _ = try ReLU.backward(zeros(3, 2), input: zeros(2, 3))
    },
    Refused(words: "softmax: Z must have 2 axes (m, C) but has shape (4,)") { _ = try Softmax.forward(zeros(4)) },
    Refused(
      words: "softmax_cross_entropy: Y must have Z's shape (2, 3), a row for each example but has shape (3, 2)"
    ) { _ = try CrossEntropy.forward(zeros(2, 3), labels: zeros(3, 2)) },
    Refused(words: "dropout_forward: keep_prob must be above 0 and at most 1 but is 0.0") {
      _ = try Dropout.mask(of: [2], keepProbability: 0, random: RandomState(seed: 1))
    },
    Refused(words: "batch_norm_forward: gamma must have 3 numbers, one for each channel of Z but has shape (2,)") {
      _ = try BatchNormalization.forward(zeros(2, 3), gamma: zeros(2), beta: zeros(3))
    },
    Refused(words: "flatten_backward: dA must have shape (2, 12), as flatten's output but has shape (2, 11)") {
      _ = try Flatten.backward(zeros(2, 11), shape: [2, 3, 4])
    },
    Refused(words: "adam_update: dW must have W's shape (2, 2) but has shape (2, 3)") {
      _ = try Adam().updated(zeros(2, 2), gradient: zeros(2, 3), first: zeros(2, 2), second: zeros(2, 2), step: 1)
    },
    Refused(words: "random_mini_batches: mini_batch_size must be at least 1 but is 0") {
      _ = try MiniBatches(exampleCount: 3, size: 0, seed: 0)
    },
    Refused(words: "convert_to_one_hot: Y must be classes below C = 6 but is 6 in one place") {
      _ = try OneHot.rows(NDArray([0, 6] as [Int64], shape: [2]), classes: 6)
    },
    Refused(words: "initialize_he: shape must be at least 2 lengths above 0: (..., n_prev, n) but is (3,)") {
      _ = try Initialisation.he([3], random: RandomState(seed: 1))
    },
    Refused(words: "conv2d: an example must have 3 axes (n_H, n_W, n_C) but has shape (4,)") {
      try build([Conv2D(filters: 1, windowSize: 1)], [4])
    },
    Refused(words: "conv2d_1: kernel_size must be at most the image's 2 x 2 but is 3 x 3") {
      try build([Conv2D(filters: 1, windowSize: 3), Conv2D(filters: 1, windowSize: 3)], [4, 4, 1])
    },
    Refused(words: "dense: an example must have 1 axis (n,): put Flatten() before but has shape (4, 4, 1)") {
      try build([DenseLayer(units: 2)], [4, 4, 1])
    },
    Refused(
      words: "max_pooling2d: padding must be 'valid' where the windows do not fill an image of 5 x 4 exactly "
        + "but is 'same'"
    ) { try build([Pooling2D(.max, windowSize: 2, padding: .same)], [5, 4, 1]) },
    Refused(words: "dropout: rate must be at least 0 and below 1 but is 1.0") {
      try build([DropoutLayer(rate: 1)], [4])
    },
    Refused(words: "sequential: a model needs at least one layer") { try build([], [4]) },
    Refused(
      words: "sequential: the model has no weights yet: give its input_shape, call build(), or fit it to data"
    ) { _ = try Sequential([FlattenLayer()]).summary() },
    Refused(
      words: "sequential: a model that is trained or evaluated ends in Softmax(), or in Dense with 'softmax'"
    ) { _ = try Sequential([DenseLayer(units: 2)]).fit(zeros(3, 2), zeros(3, 2)) },
    Refused(
      words: "sequential: Y must have shape (3, 2), one-hot: a row for each example of X, a column for each class "
        + "but has shape (3,)"
    ) { _ = try Sequential([DenseLayer(units: 2), SoftmaxLayer()]).fit(zeros(3, 4), zeros(3)) },
  ]

  @Test("in one line", arguments: calls)
  func says(_ refused: Refused) throws {
    let error = #expect(throws: LayerError.self) { try refused.call() }
    #expect(error?.message == refused.words)
  }
}
