import Arrays
import Layers
import Testing

/// Random shapes and numbers, the same in every run.
private struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  mutating func array(_ shape: Dims) throws -> NDArray {
    let count = shape.reduce(1, *)
    return try NDArray((0..<count).map { _ in Double.random(in: -1...1, using: &self) }, shape: shape)
  }
}

@Suite("The fast kernels have the bits of the plain loops")
struct KernelTests {
  @Test("convolution, forward and backward", arguments: 0..<60)
  func convolution(seed: Int) throws {
    var random = SmallGenerator(state: UInt64(seed))
    let windowSize = Int.random(in: 1...4, using: &random)
    let (stride, padding) = (Int.random(in: 1...4, using: &random), Int.random(in: 0...3, using: &random))
    let channels = Int.random(in: 1...(seed % 3 == 0 ? 40 : 9), using: &random)
    let filters = Int.random(in: 1...20, using: &random)
    let height = Int.random(in: windowSize...(windowSize + 4), using: &random)
    let width = Int.random(in: windowSize...(windowSize + 4), using: &random)
    let input = try random.array([2, height, width, channels])
    let weights = try random.array([windowSize, windowSize, channels, filters])
    let bias = try random.array([1, 1, 1, filters])
    func forward(_ kernels: Kernels) throws -> NDArray {
      try Convolution.forward(
        input, weights: weights, bias: bias, stride: stride, padding: padding, kernels: kernels)
    }
    let output = try forward(.reference)
    #expect(try bits(forward(.fast)) == bits(output))
    let gradient = try random.array(output.shape)
    func backward(_ kernels: Kernels) throws -> [String] {
      let gradients = try Convolution.backward(
        gradient, input: input, weights: weights, stride: stride, padding: padding, kernels: kernels)
      return [try bits(gradients.input), try bits(gradients.weights), try bits(gradients.bias)]
    }
    #expect(try backward(.fast) == backward(.reference))
  }

  @Test("pooling, forward and backward", arguments: 0..<60, [Pooling.Mode.max, .average])
  func pooling(seed: Int, mode: Pooling.Mode) throws {
    var random = SmallGenerator(state: UInt64(seed))
    let windowSize = Int.random(in: 1...(seed % 4 == 0 ? 12 : 4), using: &random)
    let stride = Int.random(in: 1...4, using: &random)
    let height = Int.random(in: windowSize...(windowSize + 4), using: &random)
    let width = Int.random(in: windowSize...(windowSize + 4), using: &random)
    let input = try random.array([2, height, width, Int.random(in: 1...20, using: &random)])
    func forward(_ kernels: Kernels) throws -> NDArray {
      try Pooling.forward(input, windowSize: windowSize, stride: stride, mode: mode, kernels: kernels)
    }
    let output = try forward(.reference)
    #expect(try bits(forward(.fast)) == bits(output))
    let gradient = try random.array(output.shape)
    func backward(_ kernels: Kernels) throws -> String {
      try bits(
        Pooling.backward(
          gradient, input: input, windowSize: windowSize, stride: stride, mode: mode, kernels: kernels))
    }
    #expect(try backward(.fast) == backward(.reference))
  }

  @Test("of zeros of both signs max pooling takes the last, in vectors and out of them", arguments: [1, 8, 9])
  func signsOfZero(channels: Int) throws {
    let zeros = [Double](repeating: 0.0, count: channels)
    let negative = [Double](repeating: -0.0, count: channels)
    for (numbers, sign) in [(zeros + negative, FloatingPointSign.minus), (negative + zeros, .plus)] {
      let input = try NDArray(numbers + numbers, shape: [1, 2, 2, channels])
      for kernels in [Kernels.reference, .fast] {
        let output = try Pooling.forward(input, windowSize: 2, stride: 1, mode: .max, kernels: kernels)
        for channel in 0..<channels { #expect(output.pointer(Double.self)[channel].sign == sign) }
      }
    }
  }
}

@Suite("The backward passes are the forward passes' gradients")
struct GradientTests {
  /// Compares a gradient with central differences of `cost` in each element of `array`.
  private func check(_ gradient: NDArray, of array: NDArray, _ cost: () throws -> Double) throws {
    let elements = array.pointer(Double.self)
    let step = 1e-4
    for index in 0..<array.count {
      let element = elements[index]
      elements[index] = element + step
      let above = try cost()
      elements[index] = element - step
      let below = try cost()
      elements[index] = element
      #expect(abs((above - below) / (2 * step) - gradient.pointer(Double.self)[index]) < 1e-8)
    }
  }

  private func weightedSum(_ output: NDArray, _ weights: NDArray) throws -> Double {
    zip(try numbers(output), try numbers(weights)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test("convolution", arguments: [(1, 0), (1, 1), (2, 0), (2, 2), (3, 1)])
  func convolution(stride: Int, padding: Int) throws {
    var random = SmallGenerator(state: UInt64(10 * stride + padding))
    let input = try random.array([2, 5, 4, 2])
    let weights = try random.array([3, 3, 2, 3])
    let bias = try random.array([1, 1, 1, 3])
    func forward() throws -> NDArray {
      try Convolution.forward(input, weights: weights, bias: bias, stride: stride, padding: padding)
    }
    let gradient = try random.array(forward().shape)
    let gradients = try Convolution.backward(
      gradient, input: input, weights: weights, stride: stride, padding: padding)
    #expect(gradients.input.shape == input.shape)
    #expect(gradients.weights.shape == weights.shape)
    #expect(gradients.bias.shape == bias.shape)
    for (gradientOf, array) in [(gradients.input, input), (gradients.weights, weights), (gradients.bias, bias)] {
      try check(gradientOf, of: array) { try weightedSum(forward(), gradient) }
    }
  }

  @Test("pooling", arguments: [Pooling.Mode.max, .average], [1, 2])
  func pooling(mode: Pooling.Mode, stride: Int) throws {
    // Distinct numbers, further apart than the step of the differences.
    let input = try NDArray((0..<60).map { Double(($0 * 37) % 61) / 10 }, shape: [1, 5, 4, 3])
    func forward() throws -> NDArray {
      try Pooling.forward(input, windowSize: 2, stride: stride, mode: mode)
    }
    var random = SmallGenerator(state: 5)
    let gradient = try random.array(forward().shape)
    let inputGradient = try Pooling.backward(gradient, input: input, windowSize: 2, stride: stride, mode: mode)
    try check(inputGradient, of: input) { try weightedSum(forward(), gradient) }
  }
}
