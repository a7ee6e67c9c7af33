import Arrays
import Layers
import Testing

/// Backward passes beside finite differences, in float64, to 1e-7 relative.
@Suite("Each layer's backward pass is its forward pass's gradient")
struct NetworkGradientTests {
  private let random: RandomState

  init() throws { random = try RandomState(seed: 5) }

  private func draw(_ shape: Dims) throws -> NDArray { try random.standardNormal(shape) }

  private func weightedSum(_ output: NDArray, _ weights: NDArray) throws -> Double {
    zip(try numbers(output), try numbers(weights)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test func relu() throws {
    // Away from zero, where there is no derivative.
    let input = try draw([4, 3, 5])
    for index in 0..<input.count where abs(input.pointer(Double.self)[index]) < 0.01 {
      input.pointer(Double.self)[index] = 0.5
    }
    let weights = try draw(input.shape)
    let gradient = try ReLU.backward(weights, input: input)
    try expectGradient(gradient, of: input) { try weightedSum(ReLU.forward(input), weights) }
  }

  @Test("softmax with cross-entropy, also of labels that are shares")
  func crossEntropy() throws {
    let scores = try draw([5, 4])
    let labels = try Softmax.forward(draw([5, 4]))
    let result = try CrossEntropy.forward(scores, labels: labels)
    let gradient = try CrossEntropy.backward(probabilities: result.probabilities, labels: labels)
    try expectGradient(gradient, of: scores) { try CrossEntropy.forward(scores, labels: labels).cost }
  }

  @Test func flatten() throws {
    let input = try draw([3, 2, 4, 2])
    let weights = try draw([3, 16])
    let gradient = try Flatten.backward(weights, shape: input.shape)
    try expectGradient(gradient, of: input) { try weightedSum(Flatten.forward(input), weights) }
  }

  @Test(arguments: [(1, 3, 2), (6, 7, 4), (17, 5, 9)])
  func dense(examples: Int, inputs: Int, outputs: Int) throws {
    let (input, kernel, bias) = (try draw([examples, inputs]), try draw([inputs, outputs]), try draw([1, outputs]))
    let weights = try draw([examples, outputs])
    let gradients = try Dense.backward(weights, input: input, weights: kernel)
    #expect(gradients.bias.shape == bias.shape)
    for (gradient, array) in [(gradients.input, input), (gradients.weights, kernel), (gradients.bias, bias)] {
      try expectGradient(gradient, of: array) {
        try weightedSum(Dense.forward(input, weights: kernel, bias: bias), weights)
      }
    }
  }

  @Test func dropout() throws {
    let input = try draw([6, 5])
    let mask = try Dropout.mask(of: input.shape, keepProbability: 0.6, random: random)
    let weights = try draw(input.shape)
    let gradient = try Dropout.backward(weights, mask: mask, keepProbability: 0.6)
    try expectGradient(gradient, of: input) {
      try weightedSum(Dropout.forward(input, mask: mask, keepProbability: 0.6), weights)
    }
  }

  @Test(arguments: [[7, 3], [2, 3, 4, 2]] as [Dims])
  func batchNormalization(shape: Dims) throws {
    let channels: Dims = [shape[shape.count - 1]]
    let (input, gamma, beta) = (try draw(shape), try draw(channels), try draw(channels))
    let weights = try draw(shape)
    let output = try BatchNormalization.forward(input, gamma: gamma, beta: beta)
    let gradients = try BatchNormalization.backward(
      weights, input: input, gamma: gamma, mean: output.mean, variance: output.variance)
    for (gradient, array) in [(gradients.input, input), (gradients.gamma, gamma), (gradients.beta, beta)] {
      try expectGradient(gradient, of: array) {
        try weightedSum(BatchNormalization.forward(input, gamma: gamma, beta: beta).output, weights)
      }
    }
  }

  @Test("a whole network, with its layers joined")
  func network() throws {
    let model = try Sequential(
      [
        Conv2D(filters: 3, windowSize: 3, padding: .same), ReLULayer(), Pooling2D(.max, windowSize: 2),
        Conv2D(filters: 4, windowSize: 2, stride: 2, padding: 1, activation: .relu, initialiser: .he),
        BatchNormalizationLayer(), Pooling2D(.average, windowSize: 2), FlattenLayer(),
        DenseLayer(units: 5, activation: .relu), DenseLayer(units: 3, activation: .softmax),
      ], seed: 4)
    let examples = try draw([6, 8, 8, 2])
    let labels = try OneHot.rows(NDArray([0, 1, 2, 2, 1, 0] as [Int64], shape: [6]), classes: 3)
    let gradients = try model.gradients(examples, labels).gradients
    #expect(
      gradients.map(\.parameter.name) == [
        "kernel", "bias", "kernel", "bias", "gamma", "beta", "kernel", "bias", "kernel", "bias",
      ])
    for (parameter, gradient) in gradients {
      // A bias before batch normalisation changes nothing: its gradient is rounding alone.
      let isWithoutEffect = parameter.value.shape == [4] && parameter.name == "bias"
      try expectGradient(gradient, of: parameter.value, floor: isWithoutEffect ? 1e-3 : 0) {
        try model.gradients(examples, labels).cost
      }
    }
  }
}

/// Compares with differences of the fourth order: the distance is at most 1e-7 of the lengths.
private func expectGradient(
  _ gradient: NDArray, of array: NDArray, floor: Double = 0, _ cost: () throws -> Double
) throws {
  #expect(gradient.shape == array.shape)
  let elements = array.pointer(Double.self)
  let step = 1e-4
  let analytic = try numbers(gradient)
  var (distance, length) = (0.0, floor)
  for index in 0..<array.count {
    let element = elements[index]
    func shifted(_ shift: Double) throws -> Double {
      elements[index] = element + shift
      defer { elements[index] = element }
      return try cost()
    }
    let near = try shifted(step) - shifted(-step)
    let far = try shifted(2 * step) - shifted(-2 * step)
    let numeric = (8 * near - far) / (12 * step)
    distance += (numeric - analytic[index]) * (numeric - analytic[index])
    length += numeric * numeric + analytic[index] * analytic[index]
  }
  #expect(distance.squareRoot() <= 1e-7 * length.squareRoot())
}
